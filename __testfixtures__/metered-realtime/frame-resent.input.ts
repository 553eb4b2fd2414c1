const socket = new WebSocket("wss://rms.metered.ca/v1?key=pk_live_x");
let last = "";
socket.onclose = ({ code }) => console.log(code);
socket.onmessage = (event) => {
  try {
    const frame = JSON.parse(event.data);
    if (frame.type === "error") socket.send(last);
    if (frame.type === "message") last = frame.data;
  } catch (err) {
    console.error(err);
  }
};
