import { Client } from "@seuraa/edge/browser";

const edge = new Client({ appKey: "k" });
const channel = edge.channel("private:notes");
const pending = new Map<string, () => void>();
channel.onRawEvent((event) => {
  if (event.type === "publish.accepted") pending.get(event.clientEventId)?.();
  else if (event.type === "server.error") console.error(event.code);
});
channel.onStatus((e) => {
  if (e.status === "error" || e.status === "retrying") console.error(e.status);
});

export function save(note: unknown, markSaved: () => void): void {
  const { sent, clientEventId } = channel.publish("note.saved", note);
  if (sent) pending.set(clientEventId, markSaved);
}
