import type { EdgeChannel } from "@seuraa/edge";

export async function rename(channel: EdgeChannel, name: string, show: (text: string) => void): Promise<void> {
  try {
    await channel.publish("note.renamed", { name });
    show(name);
  } catch (err) {
    show(String(err));
  }
}

export const again = async (channel: EdgeChannel) => await channel.publish("note.renamed", {});
