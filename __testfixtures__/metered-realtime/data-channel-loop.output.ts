import type { DataChannel } from "@metered-ca/realtime";

export function send(channel: DataChannel, chunks: ArrayBuffer[]): void {
  for (const chunk of chunks) channel.send(chunk).catch(console.error);
}
