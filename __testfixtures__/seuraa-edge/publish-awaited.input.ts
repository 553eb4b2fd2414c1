import { Client } from "@seuraa/edge";
import type { EdgeChannel } from "@seuraa/edge";

export async function save(channel: EdgeChannel, note: string): Promise<void> {
  await channel.publish("note.saved", note);
}
export { Client };
