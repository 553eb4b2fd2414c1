import { fetchToken } from "./token";
import { afterClose } from "./metered-frames";

/** The token is the caller's: coming back needs another. */
export function connect(token: string): void {
  const socket = new WebSocket(`wss://rms.metered.ca/v1?token=${encodeURIComponent(token)}`);
  socket.onclose = (event) => {
    const next = afterClose(event.code);
    console.error("metered-realtime:", next.why);
    if (!next.stop && !next.remint) setTimeout(() => connect(token), Math.max(1000, next.waitMs));
  };
}

/** Each connection has a token of its own. */
export async function connectFresh(): Promise<void> {
  const token = await fetchToken();
  const socket = new WebSocket(`wss://rms.metered.ca/v1?token=${token}`);
  socket.onclose = (event) => {
    const next = afterClose(event.code);
    console.error("metered-realtime:", next.why);
    if (!next.stop) setTimeout(() => void connectFresh().catch(console.error), next.waitMs);
  };
  socket.addEventListener("close", (event) => {
    const next = afterClose(event.code);
    console.error("metered-realtime:", next.why);
    if (!next.stop) setTimeout(connectFresh, Math.max(1000, next.waitMs));
  });
}
