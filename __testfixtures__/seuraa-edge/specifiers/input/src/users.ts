import { Client, EdgeClient } from "./barrel";
import * as root from "@seuraa/edge";
import NodeClient = require("@seuraa/edge-node");

const backend = new EdgeClient({ appKey: "k", appSecret: "s" });
const browser = new Client({ appKey: "k" });
const rooted = new root.Client({ appKey: "k" });
const node = new NodeClient.Client({ appKey: "k", appSecret: "s" });

export function all(): void {
  backend.channels.publish("private:a", "b", {});
  browser.channel("private:a").publish("b", {});
  rooted.channel("private:a").publish("b", {});
  node.channels.publish("private:a", "b", {});
  void node.auth.revoke("t", { ttlSeconds: 60 });
}
