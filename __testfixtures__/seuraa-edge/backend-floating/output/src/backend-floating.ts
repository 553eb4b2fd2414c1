import { Client } from "@seuraa/edge-node";
import { edgeHttpStatus } from "./seuraa-errors";

const edge = new Client({ appKey: "k", appSecret: "s" });

export function ready(id: string): void {
  edge.channels.publish("private:team-7", "report.ready", { id }).catch((err: unknown) => {
    console.error(
      "edge.channels.publish failed:",
      edgeHttpStatus(err) ?? String(err),
    );
  });
}
