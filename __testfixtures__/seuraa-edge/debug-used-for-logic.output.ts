import type { EdgeChannel } from "@seuraa/edge";

export function wire(channel: EdgeChannel, retry: () => void): void {
  channel.onDebug((info) => {
    if (String(info).includes("closed")) retry();
  });
}
