import type { EdgeChannel } from "@seuraa/edge";

export function wire(channel: EdgeChannel, denied: () => void, later: () => void): void {
  channel.onRawEvent((event) => {
    if (event.type !== "server.error") return;
    switch (event.code) {
      case "authorization.subscribe_denied":
        denied();
        break;
      case "rate_limit.exceeded": {
        later();
        break;
      }
      case "service.unavailable":
        later();
        break;
      default:
        console.error("seuraa-edge refused:", event.code);
    }
  });
}
