import WebSocket from "ws";

const socket = new WebSocket("wss://rms.metered.ca/v1?key=pk_live_x");
socket.on("error", (err) => console.error(err.message));
socket.on("close", (code, reason) => console.log(code, reason.toString()));
socket.on("message", (raw) => {
  try {
    const frame = JSON.parse(raw.toString());
    if (frame.type === "message" && frame.data.message === "peer not found") console.log("somebody wrote that");
    if (frame.type === "error") {
      console.error(frame.code, frame.message);
      if (socket.readyState === 1) {
        socket.send(JSON.stringify({ type: "unsubscribe", channel: "old", requestId: `u-${Date.now()}` }));
      }
    }
  } catch (err) {
    if (err.message.includes("JSON")) console.error("unreadable");
    else throw err;
  }
});
