export {};
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

const second = new WebSocket("wss://rms.metered.ca/v1?key=pk_live_y");
second.onclose = ({ code }) => console.log(code);
second.onmessage = (event) => {
  try {
    const frame = JSON.parse(event.data);
    switch (frame.type) {
      case "error":
        console.error("refused");
        second.send(last);
        break;
      case "message":
        last = frame.data;
        break;
    }
  } catch (err) {
    console.error(err);
  }
};

/** It looks at the code. */
const third = new WebSocket("wss://rms.metered.ca/v1?key=pk_live_z");
third.onclose = ({ code }) => console.log(code);
third.onmessage = (event) => {
  try {
    const frame = JSON.parse(event.data);
    if (frame.type === "error" && frame.code === "backend_error") third.send(last);
  } catch (err) {
    console.error(err);
  }
};
