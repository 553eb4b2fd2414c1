import { Client } from "@seuraa/edge/browser";

const edge = new Client({ appKey: "k" });
const channel = edge.channel("presence:board");
channel.onRawEvent((event) => {
  if (event.type === "server.error") console.error(event.code);
});
channel.onStatus(({ status }) => {
  if (status === "error") console.error(status);
});

export function moved(x: number, y: number): void {
  if (!channel.publish("cursor.moved", { x, y }).sent) {
    console.error("cursor.moved was not sent, the socket is away");
  }
}
