import type { Client } from "@seuraa/edge/backend";
import { edgeMayRepeat } from "./seuraa-errors";

export async function run(edge: Client): Promise<void> {
  const clientEventId = crypto.randomUUID();
  for (let attempt = 1; ; attempt++) {
    try {
      await edge.channels.publish("private:user-1", "order.created", { id: 1 }, { clientEventId });
      return;
    } catch (err) {
      if (!edgeMayRepeat(err)) throw err;
      if (attempt === 4) throw err;
      await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 100));
    }
  }
}
