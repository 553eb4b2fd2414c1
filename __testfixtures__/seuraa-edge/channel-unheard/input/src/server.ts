import { Client } from "@seuraa/edge/backend";

const edge = new Client({ appKey: "k", appSecret: "s" });

export async function tell(data: unknown): Promise<boolean> {
  try {
    await edge.channels.publish("a", "b", data, { clientEventId: "c" });
    return true;
  } catch (err: any) {
    if (err.status === 429) return false;
    throw err;
  }
}

tell(1).catch(console.error);
