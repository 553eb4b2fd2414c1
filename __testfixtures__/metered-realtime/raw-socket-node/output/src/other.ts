import WebSocket from "ws";

const ws = new WebSocket("wss://example.com");
ws.on("message", (raw) => console.log(JSON.parse(raw.toString())));
