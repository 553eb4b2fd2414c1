import type { EdgeChannel } from "@seuraa/edge";
import { edgeRepeats } from "./seuraa-errors";

export function run(channel: EdgeChannel): void {
  const scheduleRepeat = edgeRepeats();
  channel.onRawEvent((event) => {
    if (event.type === "server.error") scheduleRepeat(event.code, () => {
      if (!channel.publish("cursor.moved", { x: 1 }).sent) {
        console.error("cursor.moved was not sent, the socket is away");
      }
    });
  });
  if (!channel.publish("cursor.moved", { x: 0 }).sent) console.error("not sent");
}
