export const socket = new WebSocket("wss://rms.metered.ca.example.com/v1");
socket.onclose = () => setTimeout(() => location.reload(), 1000);
