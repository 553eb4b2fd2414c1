import type { EdgeChannel } from "@seuraa/edge";

export async function rename(channel: EdgeChannel, name: string, show: (text: string) => void): Promise<void> {
  try {
    if (!channel.publish("note.renamed", { name }).sent) {
      throw new Error("note.renamed was not sent, the socket is away");
    }
    show(name);
  } catch (err) {
    show(String(err));
  }
}

export const again = async (channel: EdgeChannel) => channel.publish("note.renamed", {});
