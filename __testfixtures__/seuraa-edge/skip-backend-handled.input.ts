import type { Client } from "@seuraa/edge/backend";

export async function tell(edge: Client): Promise<void> {
  try {
    await edge.channels.publish("a", "b", {}, { clientEventId: "c" });
  } catch (err) {
    console.error(err instanceof Error && err.message);
  }
}
