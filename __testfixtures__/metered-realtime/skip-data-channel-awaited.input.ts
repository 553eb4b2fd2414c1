import type { DataChannel } from "@metered-ca/realtime";

export async function send(channel: DataChannel, chunks: ArrayBuffer[]): Promise<void> {
  for (const chunk of chunks) {
    try {
      await channel.send(chunk);
    } catch (err) {
      console.error(err);
      break;
    }
  }
}

export function ping(channel: DataChannel): void {
  channel.send("ping").catch(console.error);
}
