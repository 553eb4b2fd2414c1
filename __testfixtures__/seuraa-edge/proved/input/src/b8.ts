import type { EdgeChannel } from "@seuraa/edge";

export function run(channel: EdgeChannel): void {
  channel.onRawEvent((event) => {
    if (event.type === "server.error") channel.publish("cursor.moved", { x: 1 });
  });
  if (!channel.publish("cursor.moved", { x: 0 }).sent) console.error("not sent");
}
