import type { EdgeChannel } from "@seuraa/edge";

export function wire(channel: EdgeChannel): void {
  channel.onRawEvent((event) => {
    if (event.type === "server.error") console.log(channel.publish("cursor.moved", 1).sent);
  });
}
