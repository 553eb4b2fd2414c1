import type { Client } from "@seuraa/edge/backend";
import { edgeHttpStatus } from "./seuraa-errors";

export function run(edge: Client): void {
  edge.channels.publish("private:team-7", "report.ready", { id: 1 }).catch((err: unknown) => {
    console.error(
      "edge.channels.publish failed:",
      edgeHttpStatus(err) ?? String(err),
    );
  });
}
