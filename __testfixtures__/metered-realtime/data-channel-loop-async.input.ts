import type { DataChannel } from "@metered-ca/realtime";

export async function send(channel: DataChannel, chunks: ArrayBuffer[]): Promise<void> {
  for (const chunk of chunks) channel.send(chunk).catch(console.error);
  console.log("queued");
}

export async function sendNumbered(channel: DataChannel, chunks: ArrayBuffer[]): Promise<void> {
  for (let i = 0; i < chunks.length; i++) {
    const chunk = chunks[i];
    if (chunk) {
      void channel.send(chunk);
    }
  }
}

export async function sendAll(channel: DataChannel, chunks: ArrayBuffer[]): Promise<void> {
  chunks.forEach((chunk) => {
    channel.send(chunk).catch(console.error);
  });
}
