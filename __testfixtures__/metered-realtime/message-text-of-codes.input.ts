import WebSocket from "ws";

const socket = new WebSocket("wss://rms.metered.ca/v1?key=pk_live_x");
socket.on("error", (err) => console.error(err.message));
socket.on("message", (raw) => {
  try {
    const frame = JSON.parse(raw.toString());
    if (frame.type !== "error") return;
    if (frame.message === "over_message_quota") console.log("quota");
    if (frame.message.includes("not authorized")) console.log("key");
    if (!frame.message.startsWith("peer_not_found")) console.log("other");
    if (/channel limit exceeded/i.test(frame.message)) console.log("full");
    if (frame.message.includes("slow down")) console.log("what is that?");
  } catch (err) {
    console.error(err);
  }
});
socket.on("close", (code, reason) => {
  if (reason.toString() === "admin_disconnect") console.log("kicked", code);
  if (reason.toString().includes("bye")) console.log("who knows");
});
export { socket };
