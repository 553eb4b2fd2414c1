const socket = new WebSocket("wss://rms.metered.ca/v1?key=pk_live_x");
socket.addEventListener("close", (event) => console.log(event.code));
socket.addEventListener("message", (event) => {
  const { type, data } = JSON.parse(event.data as string);
  if (type === "welcome" || type === "error") console.log(type, data);
});
export { socket };
