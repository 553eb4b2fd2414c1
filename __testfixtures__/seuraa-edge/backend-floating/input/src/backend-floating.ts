import { Client } from "@seuraa/edge-node";

const edge = new Client({ appKey: "k", appSecret: "s" });

export function ready(id: string): void {
  edge.channels.publish("private:team-7", "report.ready", { id });
}
