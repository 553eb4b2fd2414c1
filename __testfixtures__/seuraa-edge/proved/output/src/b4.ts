import type { EdgeChannel } from "@seuraa/edge";
import { publishConfirmed } from "./seuraa-errors";

export function run(channel: EdgeChannel, markSaved: () => void, markFailed: () => void): void {
  publishConfirmed(channel, "note.saved", { id: 1 }).then(() => {
    markSaved();
  }, () => {
    markFailed();
  });
}
