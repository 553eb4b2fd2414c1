import type { EdgeChannel } from "@seuraa/edge";

export function run(channel: EdgeChannel): void {
  channel.publish("cursor.moved", { x: 1 });
}
