import { Client, EdgeClient } from "./barrel";
import * as root from "@seuraa/edge";
import { edgeHttpStatus } from "./seuraa-errors";
import NodeClient = require("@seuraa/edge-node");

const backend = new EdgeClient({ appKey: "k", appSecret: "s" });
const browser = new Client({ appKey: "k" });
const rooted = new root.Client({ appKey: "k" });
const node = new NodeClient.Client({ appKey: "k", appSecret: "s" });

export function all(): void {
  backend.channels.publish("private:a", "b", {}).catch((err: unknown) => {
    console.error(
      "edge.channels.publish failed:",
      edgeHttpStatus(err) ?? String(err),
    );
  });
  if (!browser.channel("private:a").publish("b", {}).sent) {
    console.error("b was not sent, the socket is away");
  }
  if (!rooted.channel("private:a").publish("b", {}).sent) {
    console.error("b was not sent, the socket is away");
  }
  node.channels.publish("private:a", "b", {}).catch((err: unknown) => {
    console.error(
      "edge.channels.publish failed:",
      edgeHttpStatus(err) ?? String(err),
    );
  });
  void node.auth.revoke("t", { ttlSeconds: 60 }).catch((err: unknown) => {
    console.error(
      "edge.auth.revoke failed, the token still works:",
      edgeHttpStatus(err) ?? String(err),
    );
  });
}
