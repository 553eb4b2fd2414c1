import type { Client } from "@seuraa/edge/backend";

export async function tell(edge: Client, data: unknown): Promise<void> {
  for (let n = 0; n < 3; n++) {
    try {
      await edge.channels.publish("private:a", "b", data);
      return;
    } catch (err) {
      console.error(err);
    }
  }
}
