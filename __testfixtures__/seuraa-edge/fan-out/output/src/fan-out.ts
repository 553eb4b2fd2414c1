import type { Client } from "@seuraa/edge/backend";
import { edgeFailures } from "./seuraa-errors";

export async function news(edge: Client, users: string[]): Promise<void> {
  try {
    const results = await Promise.allSettled(users.map((user) => edge.channels.publish(`private:${user}`, "news", {})));
    const failures = edgeFailures(results);
    if (failures.length > 0) {
      throw new Error(`news was not delivered to ${failures.length} of ${results.length}: ${failures.join(", ")}`);
    }
  } catch (err) {
    console.error(err);
  }
}
