import type { EdgeChannel } from "@seuraa/edge";
import { edgeRepeats } from "./seuraa-errors";

export function wire(channel: EdgeChannel): void {
  const scheduleRepeat = edgeRepeats();
  channel.onRawEvent((event) => {
    if (event.type === "server.error") scheduleRepeat(event.code, () => console.log(channel.publish("cursor.moved", 1).sent));
  });
}
