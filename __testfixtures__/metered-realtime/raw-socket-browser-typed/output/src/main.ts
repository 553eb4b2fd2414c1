import { afterClose, refusalOf, sendFrame } from "./metered-frames";

const socket = new WebSocket("wss://rms.metered.ca/v1?key=pk_live_x");
socket.addEventListener("close", ({ code }) => {
  console.error("metered-realtime:", afterClose(code).why);
});
socket.addEventListener("message", (event) => {
  let frame: { type: string; joined?: string[] };
  try {
    frame = JSON.parse(String(event.data)) as { type: string; joined?: string[] };
  } catch (err) {
    console.error("metered-realtime sent an unreadable frame:", String(err));
    return;
  }
  const refusal = refusalOf(frame);
  if (refusal) console.error("metered-realtime refused:", refusal);
  if (frame.type === "presence") console.log(frame.joined);
});

export function tell(data: unknown): void {
  sendFrame(socket, { type: "publish", channel: "room-1", data }).catch((err: unknown) => {
    console.error("publish failed:", String(err));
  });
}
