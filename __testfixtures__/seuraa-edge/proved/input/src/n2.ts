import type { Client } from "@seuraa/edge/backend";

export async function run(edge: Client): Promise<void> {
  await edge.channels.publish("private:user-1", "order.created", { id: 1 });
}
