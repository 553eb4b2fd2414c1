import WebSocket from "ws";

// Not rms.metered.ca.
export const ws = new WebSocket("wss://example.com/v1?host=rms.metered.ca");
ws.on("message", (raw) => console.log(JSON.parse(raw.toString()).type === "message"));
ws.send(JSON.stringify({ type: "publish", channel: "room-1", data: 1 }));
