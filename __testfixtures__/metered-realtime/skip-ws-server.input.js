import { WebSocketServer } from "ws";

// Speaks the protocol of rms.metered.ca, for tests.
const server = new WebSocketServer({ port: 8080 });
server.on("connection", (ws) => {
  ws.on("message", (raw) => ws.send(JSON.stringify({ type: "ack", requestId: JSON.parse(raw).requestId })));
});
