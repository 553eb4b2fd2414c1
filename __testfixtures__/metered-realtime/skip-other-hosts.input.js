import { WebSocket as Reconnecting } from "partysocket";

const hostile = new WebSocket("wss://rms.metered.ca.example.org/v1?key=pk_live_x");
hostile.onmessage = (event) => {
  const frame = JSON.parse(event.data);
  if (frame.type === "message") console.log(frame.data);
};
hostile.onclose = () => setTimeout(() => location.reload(), 1000);

const meeting = new WebSocket("wss://team.metered.live/socket?next=rms.metered.ca");
meeting.send(JSON.stringify({ type: "publish", channel: "room", data: 1 }));

const other = new Reconnecting("wss://rms.metered.ca/v1");
other.send(JSON.stringify({ type: "publish", channel: "room", data: 1 }));

export function open(WebSocket) {
  const socket = new WebSocket("wss://rms.metered.ca/v1");
  socket.send(JSON.stringify({ type: "publish", channel: "room", data: 1 }));
  return socket;
}

export const turn = () => fetch("https://team.metered.live/api/v1/turn/credentials").then((res) => res.json());
