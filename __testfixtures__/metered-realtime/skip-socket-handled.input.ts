import WebSocket from "ws";

export function open(key: string, restart: () => void): void {
  const ws = new WebSocket(`wss://rms.metered.ca/v1?key=${key}`);
  ws.on("error", (err) => console.error(err.message));
  ws.on("close", (code) => {
    if (code === 1006) restart();
  });
  ws.on("message", (raw) => {
    try {
      const frame = JSON.parse(raw.toString());
      switch (frame.type) {
        case "welcome":
          ws.send(JSON.stringify({ type: "subscribe", channel: "a", requestId: String(Date.now()) }));
          break;
        case "error":
          console.error(frame.code);
          break;
      }
    } catch (err) {
      console.error(err);
    }
  });
}
