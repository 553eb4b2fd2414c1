import type { EdgeChannel } from "@seuraa/edge";
import { Client } from "@seuraa/edge/browser";

export class Chat extends Client {
  readonly lobby: EdgeChannel = this.channel("public:lobby");

  start(onLine: (line: string) => void) {
    this.lobby.subscribe<string>("line", ({ data }) => onLine(data));
    this.lobby.onRawEvent((event) => {
      switch (event.type) {
        case "publish.accepted":
          console.log("ok", event.clientEventId);
          break;
        case "presence.updated":
          console.log(event.presence.count);
          break;
      }
    });
  }

  async say(text: string) {
    await this.lobby.publish("line", text);
  }
}
