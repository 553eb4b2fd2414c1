const socket = new WebSocket("wss://rms.metered.ca/v1?key=pk_live_x");
socket.onclose = ({ code }) => console.log(code);

export function tell(data: unknown): void {
  if (socket.readyState !== WebSocket.OPEN) return;
  socket.send(JSON.stringify({ type: "publish", channel: "room-1", data, requestId: crypto.randomUUID() }));
}
