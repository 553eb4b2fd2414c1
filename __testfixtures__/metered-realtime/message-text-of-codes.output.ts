import WebSocket from "ws";

const socket = new WebSocket("wss://rms.metered.ca/v1?key=pk_live_x");
socket.on("error", (err) => console.error(err.message));
socket.on("message", (raw) => {
  try {
    const frame = JSON.parse(raw.toString());
    if (frame.type !== "error") return;
    if (frame.code === "over_message_quota") console.log("quota");
    if (frame.code === "channel_not_authorized") console.log("key");
    if (frame.code !== "peer_not_found") console.log("other");
    if (frame.code === "channel_limit_exceeded") console.log("full");
    if (frame.message.includes("slow down")) console.log("what is that?");
  } catch (err) {
    console.error(err);
  }
});
socket.on("close", (code, reason) => {
  if (code === 4020) console.log("kicked", code);
  if (reason.toString().includes("bye")) console.log("who knows");
});
export { socket };
