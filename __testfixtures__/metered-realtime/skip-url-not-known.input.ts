import WebSocket from "ws";

/** The URL may be wss://rms.metered.ca/v1, or any other. */
export function open(url: string): void {
  const ws = new WebSocket(url);
  ws.on("message", (raw) => console.log(JSON.parse(raw.toString()).type === "welcome"));
  ws.send(JSON.stringify({ type: "subscribe", channel: "room-1" }));
}
