import type { EdgeChannel } from "@seuraa/edge";

export function wire(channel: EdgeChannel, denied: () => void): void {
  channel.onRawEvent((event) => {
    if (event.type === "server.error" && event.code === "authorization.subscribe_denied") denied();
  });
}
