import type { EdgeChannel } from "@seuraa/edge";

export function run(channel: EdgeChannel): void {
  if (!channel.publish("cursor.moved", { x: 1 }).sent) {
    console.error("cursor.moved was not sent, the socket is away");
  }
}
