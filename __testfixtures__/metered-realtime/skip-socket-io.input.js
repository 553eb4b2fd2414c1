import { io } from "socket.io-client";

const socket = io("https://rms.metered.ca");
socket.on("message", (text) => console.log(JSON.parse(text)));
socket.emit("publish", { channel: "room-1" });
