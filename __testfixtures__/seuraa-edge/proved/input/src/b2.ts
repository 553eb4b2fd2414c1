import type { EdgeChannel } from "@seuraa/edge";

export async function run(channel: EdgeChannel, markSaved: () => void, markFailed: () => void): Promise<void> {
  try {
    await channel.publish("note.saved", { id: 1 });
    markSaved();
  } catch {
    markFailed();
  }
}
