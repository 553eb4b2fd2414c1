import type { Client } from "@seuraa/edge/backend";

export function run(edge: Client): void {
  edge.channels.publish("private:team-7", "report.ready", { id: 1 });
}
