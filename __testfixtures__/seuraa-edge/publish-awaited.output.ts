import { Client } from "@seuraa/edge";
import type { EdgeChannel } from "@seuraa/edge";

export async function save(channel: EdgeChannel, note: string): Promise<void> {
  if (!channel.publish("note.saved", note).sent) {
    console.error("note.saved was not sent, the socket is away");
  }
}
export { Client };
