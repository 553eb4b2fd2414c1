import type { EdgeChannel } from "@seuraa/edge";
import { publishConfirmed } from "./seuraa-errors";

export function save(channel: EdgeChannel, note: string, markSaved: () => void): void {
  publishConfirmed(channel, "note.saved", note).then(
    () => markSaved(),
    (err) => console.error("note.saved was not confirmed:", err.message),
  );
}
