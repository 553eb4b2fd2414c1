import WebSocket from "ws";
import { config } from "./config";
import { label } from "./lib/log";

export function connect(key: string): void {
  const ws = new WebSocket(`wss://${config.host}${config.path}?key=${key}`);
  ws.on("message", (raw) => {
    const frame = JSON.parse(raw.toString());
    if (frame.type === "message") console.log(label, frame.data);
  });
  ws.on("close", () => setTimeout(() => connect(key), 1000));
  ws.on("open", () => {
    ws.send(
      JSON.stringify({
        type: "subscribe",
        channel: "room-1",
      }),
    );
  });
}

connect("pk_live_x");
