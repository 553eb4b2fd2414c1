import type { EdgeChannel } from "@seuraa/edge";

export function run(channel: EdgeChannel, draw: (data: unknown) => void): void {
  channel.onRawEvent((event) => {
    if (event.type === "server.error" && event.message === "subscribe is not authorized") console.error("no access");
  });
  channel.subscribe("ticket.assigned", (event) => draw(event.data));
}
