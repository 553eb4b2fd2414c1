import type { EdgeChannel } from "@seuraa/edge";
import { publishConfirmed } from "./seuraa-errors";

export async function run(channel: EdgeChannel, markSaved: () => void, markFailed: () => void): Promise<void> {
  try {
    await publishConfirmed(channel, "note.saved", { id: 1 });
    markSaved();
  } catch {
    markFailed();
  }
}
