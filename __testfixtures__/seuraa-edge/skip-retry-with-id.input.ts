import type { Client } from "@seuraa/edge/backend";

export async function tell(edge: Client, id: string): Promise<void> {
  for (let n = 0; n < 3; n++) {
    try {
      await edge.channels.publish("a", "b", {}, { clientEventId: id });
      return;
    } catch (err) {
      console.error(err instanceof Error && err.message);
      if (!/ status (429|503)$/.test(String(err))) throw err;
    }
  }
}
