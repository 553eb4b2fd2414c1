import { fetchToken } from "./token";

/** The token is the caller's: coming back needs another. */
export function connect(token: string): void {
  const socket = new WebSocket(`wss://rms.metered.ca/v1?token=${encodeURIComponent(token)}`);
  socket.onclose = () => setTimeout(() => connect(token), 1000);
}

/** Each connection has a token of its own. */
export async function connectFresh(): Promise<void> {
  const token = await fetchToken();
  const socket = new WebSocket(`wss://rms.metered.ca/v1?token=${token}`);
  socket.onclose = () => {
    void connectFresh().catch(console.error);
  };
  socket.addEventListener("close", () => {
    setTimeout(connectFresh, 1000);
  });
}
