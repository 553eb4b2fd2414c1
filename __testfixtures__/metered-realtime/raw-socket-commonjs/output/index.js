const WebSocket = require("ws");
const { afterClose } = require("./metered-frames");

const ws = new WebSocket("wss://rms.metered.ca/v1?key=" + process.env.METERED_KEY);
ws.on("close", (code) => {
  console.error("metered-realtime:", afterClose(code).why);
});
ws.on("error", (err) => console.error(err.message));
