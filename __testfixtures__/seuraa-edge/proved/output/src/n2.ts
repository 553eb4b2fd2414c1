import type { Client } from "@seuraa/edge/backend";
import { edgeHttpStatus } from "./seuraa-errors";

export async function run(edge: Client): Promise<void> {
  try {
    await edge.channels.publish("private:user-1", "order.created", { id: 1 });
  } catch (err) {
    console.error(
      "edge.channels.publish failed:",
      edgeHttpStatus(err) ?? String(err),
    );
    throw err;
  }
}
