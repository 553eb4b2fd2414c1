import { Client } from "@seuraa/edge";
import { setSaved, showError, navigate } from "./ui";
import { publishAccepted, publishConfirmed } from "./seuraa-errors";
const edge = new Client({ appKey: "k" });
const channel = edge.channel("private:notes");
channel.onRawEvent((event) => {
  if (event.type === "server.error") console.error(event.code);
});
channel.onStatus((e) => {
  if (e.status === "error") console.error(e.status);
});
export function saveNote(note: { id: string }) {
  publishConfirmed(channel, "note.saved", note).then(() => {
    setSaved(note.id);
  }, () => {
    showError("offline");
  });
}
export async function saveAndGo(note: { id: string }) {
  const accepted = await publishAccepted(channel, "note.saved", note);
  if (!accepted) {
    showError("offline");
    return;
  }
  navigate("/notes");
}
