import { Client } from "@seuraa/edge/browser";
import { edgeRepeats } from "./seuraa-errors";

const edge = new Client({ appKey: "k" });
const board = edge.channel("presence:board");
let last = { x: 0, y: 0 };

const scheduleRepeat = edgeRepeats();
board.onRawEvent((event) => {
  if (event.type === "server.error") scheduleRepeat(event.code, () => {
    if (!board.publish("cursor.moved", last).sent) {
      console.error("cursor.moved was not sent, the socket is away");
    }
  });
});

board.onStatus((event) => {
  if (event.status === "error") board.subscribe("cursor.moved", draw);
});

board.onRawEvent((event) => {
  if (event.type !== "server.error") return;
  switch (event.code) {
    case "rate_limit.exceeded":
      setTimeout(() => {
        if (!board.publish("cursor.moved", last).sent) {
          console.error("cursor.moved was not sent, the socket is away");
        }
      }, 1000);
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
  if (!board.publish("cursor.moved", last).sent) {
    console.error("cursor.moved was not sent, the socket is away");
  }
}

function draw(event: { data: unknown }): void {
  console.log(event.data);
}
