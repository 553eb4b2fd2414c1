import type { EdgeChannel } from "@seuraa/edge";

export function tell(channel: EdgeChannel): void {
  const result = channel.publish("cursor.moved", 1);
  if (!result.sent) console.error(result.clientEventId);
}
