import type { EdgeChannel } from "@seuraa/edge";

export function wire(channel: EdgeChannel, draw: (event: { data: unknown }) => void): void {
  channel.onRawEvent((event) => {
    if (event.type !== "server.error") return;
    if (event.code === "channel.not_subscribed") channel.subscribe("cursor.moved", draw);
    else if (event.code === "rate_limit.exceeded")
      setTimeout(() => console.log(channel.publish("cursor.moved", {}).sent), 1000 + Math.random() * 500);
  });
}
