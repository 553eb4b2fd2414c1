import type { Client } from "@seuraa/edge/backend";
import { edgeMayRepeat } from "./seuraa-errors";

export async function tell(edge: Client, data: unknown): Promise<void> {
  const clientEventId = crypto.randomUUID();
  for (let n = 0; n < 3; n++) {
    try {
      await edge.channels.publish("private:a", "b", data, { clientEventId });
      return;
    } catch (err) {
      console.error(err);
      if (!edgeMayRepeat(err)) break;
    }
  }
}
