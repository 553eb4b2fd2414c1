import type { EdgeChannel } from "@seuraa/edge";

export function wire(channel: EdgeChannel, denied: () => void): void {
  channel.onRawEvent((event) => {
    if (event.type === "server.error" && event.message === "subscribe is not authorized") denied();
  });
}
