import { Client } from "@seuraa/edge";
import { setSaved, showError, navigate } from "./ui";
const edge = new Client({ appKey: "k" });
const channel = edge.channel("private:notes");
channel.onRawEvent((event) => {
  if (event.type === "server.error") console.error(event.code);
});
channel.onStatus((e) => {
  if (e.status === "error") console.error(e.status);
});
export function saveNote(note: { id: string }) {
  const { sent } = channel.publish("note.saved", note);
  if (sent) {
    setSaved(note.id);
  } else {
    showError("offline");
  }
}
export async function saveAndGo(note: { id: string }) {
  const result = channel.publish("note.saved", note);
  if (!result.sent) {
    showError("offline");
    return;
  }
  navigate("/notes");
}
