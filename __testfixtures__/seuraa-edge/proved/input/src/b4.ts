import type { EdgeChannel } from "@seuraa/edge";

export function run(channel: EdgeChannel, markSaved: () => void, markFailed: () => void): void {
  const { sent } = channel.publish("note.saved", { id: 1 });
  if (sent) {
    markSaved();
  } else {
    markFailed();
  }
}
