import type { EdgeChannel } from "@seuraa/edge";

export function save(channel: EdgeChannel, markPending: (id: string) => void, markFailed: () => void): void {
  const { sent, clientEventId } = channel.publish("note.saved", {});
  if (sent) markPending(clientEventId);
  else markFailed();
}
