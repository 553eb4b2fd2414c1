export const socket = new WebSocket("wss://proxy.example.com/rms.metered.ca/v1");
socket.onmessage = (event) => console.log(JSON.parse(event.data).type === "message");
