import { Client } from "@seuraa/edge/browser";

const edge = new Client({ appKey: "k" });
const board = edge.channel("presence:board");
let last = { x: 0, y: 0 };

board.onRawEvent((event) => {
  if (event.type === "server.error") board.publish("cursor.moved", last);
});

board.onStatus((event) => {
  if (event.status === "error") board.subscribe("cursor.moved", draw);
});

board.onRawEvent((event) => {
  if (event.type !== "server.error") return;
  switch (event.code) {
    case "rate_limit.exceeded":
      setTimeout(() => board.publish("cursor.moved", last), 1000);
      break;
    case "channel.not_subscribed":
      board.subscribe("cursor.moved", draw);
      break;
    default:
      console.error(event.code);
  }
});

board.subscribe("cursor.moved", draw);

export function move(x: number, y: number): void {
  last = { x, y };
  board.publish("cursor.moved", last);
}

function draw(event: { data: unknown }): void {
  console.log(event.data);
}
