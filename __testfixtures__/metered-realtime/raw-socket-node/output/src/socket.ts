import WebSocket from "ws";
import { config } from "./config";
import { label } from "./lib/log";
import { afterClose, isWelcome, noteGoingAway, refusalOf, sendFrame } from "./lib/metered-frames";

export function connect(key: string): void {
  const ws = new WebSocket(`wss://${config.host}${config.path}?key=${key}`);
  ws.on("error", (err) => {
    console.error("metered-realtime socket failed:", err.message.split("?")[0]);
  });
  ws.on("message", (raw) => {
    let frame: ReturnType<typeof JSON.parse>;
    try {
      frame = JSON.parse(raw.toString());
    } catch (err) {
      console.error("metered-realtime sent an unreadable frame:", String(err));
      return;
    }
    const refusal = refusalOf(frame);
    if (refusal) console.error("metered-realtime refused:", refusal);
    noteGoingAway(frame);
    if (frame.type === "message") console.log(label, frame.data);
  });
  ws.on("close", (code) => {
    const next = afterClose(code);
    console.error("metered-realtime:", next.why);
    if (!next.stop) setTimeout(() => connect(key), Math.max(1000, next.waitMs));
  });
  ws.on("message", (raw) => {
    if (!isWelcome(raw)) return;
    sendFrame(ws, {
      type: "subscribe",
      channel: "room-1",
    }).catch((err: unknown) => {
      console.error("subscribe failed:", String(err));
    });
  });
}

connect("pk_live_x");
