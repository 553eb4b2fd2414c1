import type { EdgeChannel } from "@seuraa/edge";
import { Client } from "@seuraa/edge/browser";
import { edgeRefusal } from "./seuraa-errors";

export class Chat extends Client {
  readonly lobby: EdgeChannel = this.channel("public:lobby");

  start(onLine: (line: string) => void) {
    this.lobby.onRawEvent((event) => {
      const refusal = edgeRefusal(event);
      if (refusal) console.error("seuraa-edge refused:", refusal);
    });
    this.lobby.onStatus(({ status }) => {
      if (status === "error" || status === "retrying") console.error("seuraa-edge connection:", status);
    });
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
    if (!this.lobby.publish("line", text).sent) {
      console.error("line was not sent, the socket is away");
    }
  }
}
