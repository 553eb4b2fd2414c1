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
  console.log("queued");
}

export async function sendNumbered(channel: DataChannel, chunks: ArrayBuffer[]): Promise<void> {
  for (let i = 0; i < chunks.length; i++) {
    const chunk = chunks[i];
    if (chunk) {
      try {
        await channel.send(chunk);
      } catch (err) {
        console.error("dataChannel.send failed, the rest is not sent:", String(err));
        break;
      }
    }
  }
}

export async function sendAll(channel: DataChannel, chunks: ArrayBuffer[]): Promise<void> {
  chunks.forEach((chunk) => {
    channel.send(chunk).catch(console.error);
  });
}
