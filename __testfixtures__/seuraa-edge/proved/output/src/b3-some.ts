import type { EdgeChannel } from "@seuraa/edge";

export function run(channel: EdgeChannel, draw: (data: unknown) => void): void {
  channel.onRawEvent((event) => {
    if (event.type !== "server.error") return;
    switch (event.code) {
      case "authorization.subscribe_denied":
        console.error("no access", event.code);
        break;
      default:
        console.error("seuraa-edge refused:", event.code);
    }
  });
  channel.subscribe("ticket.assigned", (event) => draw(event.data));
}
