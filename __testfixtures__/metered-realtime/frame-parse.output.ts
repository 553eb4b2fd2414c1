const socket = new WebSocket("wss://rms.metered.ca/v1?key=pk_live_x");
socket.addEventListener("close", (event) => console.log(event.code));
socket.addEventListener("message", (event) => {
  let frame: ReturnType<typeof JSON.parse>;
  try {
    frame = JSON.parse(event.data as string);
  } catch (err) {
    console.error("metered-realtime sent an unreadable frame:", String(err));
    return;
  }
  const { type, data } = frame;
  if (type === "welcome" || type === "error") console.log(type, data);
});
export { socket };
