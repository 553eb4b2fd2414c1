import type { Client } from "@seuraa/edge/backend";
import { edgeFailures } from "./seuraa-errors";

export async function run(edge: Client): Promise<void> {
  const users = ["a", "b", "c"];
  try {
    const results = await Promise.allSettled(users.map((user) => edge.channels.publish(`private:${user}`, "news.posted", { id: 1 })));
    const failures = edgeFailures(results);
    if (failures.length > 0) {
      throw new Error(`news.posted was not delivered to ${failures.length} of ${results.length}: ${failures.join(", ")}`);
    }
  } catch (err) {
    console.error(err instanceof Error && err.message);
  }
}
