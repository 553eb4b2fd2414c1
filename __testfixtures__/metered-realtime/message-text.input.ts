const socket = new WebSocket("wss://rms.metered.ca/v1?key=pk_live_x");
socket.onclose = ({ code, reason }) => {
  if (reason === "kicked") console.log(code);
};
export { socket };
