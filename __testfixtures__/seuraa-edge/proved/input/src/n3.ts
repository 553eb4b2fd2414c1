import type { Client } from "@seuraa/edge/backend";

export async function run(edge: Client): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await edge.channels.publish("private:user-1", "order.created", { id: 1 });
      return;
    } catch (err) {
      if (attempt === 4) throw err;
      await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 100));
    }
  }
}
