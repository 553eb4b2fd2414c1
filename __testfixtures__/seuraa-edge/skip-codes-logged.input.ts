import type { EdgeChannel } from "@seuraa/edge";

export function wire(channel: EdgeChannel, denied: () => void): void {
  channel.onRawEvent((event) => {
    if (event.type !== "server.error") return;
    console.error("refused", event.code);
    switch (event.code) {
      case "authorization.subscribe_denied":
        denied();
        break;
    }
  });
}
