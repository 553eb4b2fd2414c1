const socket = new WebSocket("wss://rms.metered.ca/v1?key=pk_live_x");
socket.addEventListener("message", (event) => {
  const frame = JSON.parse(String(event.data)) as { type: string; joined?: string[] };
  if (frame.type === "presence") console.log(frame.joined);
});

export function tell(data: unknown): void {
  socket.send(JSON.stringify({ type: "publish", channel: "room-1", data }));
}
