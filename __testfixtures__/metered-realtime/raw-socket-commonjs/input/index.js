const WebSocket = require("ws");

const ws = new WebSocket("wss://rms.metered.ca/v1?key=" + process.env.METERED_KEY);
ws.on("error", (err) => console.error(err.message));
