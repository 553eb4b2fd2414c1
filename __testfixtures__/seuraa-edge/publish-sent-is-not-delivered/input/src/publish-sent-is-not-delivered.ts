import type { EdgeChannel } from "@seuraa/edge";

export function save(channel: EdgeChannel, note: string, markSaved: () => void): void {
  if (channel.publish("note.saved", note).sent) markSaved();
}
