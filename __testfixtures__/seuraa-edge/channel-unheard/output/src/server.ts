import { Client } from "@seuraa/edge/backend";
import { edgeHttpStatus } from "./seuraa-errors";

const edge = new Client({ appKey: "k", appSecret: "s" });

export async function tell(data: unknown): Promise<boolean> {
  try {
    await edge.channels.publish("a", "b", data, { clientEventId: "c" });
    return true;
  } catch (err: any) {
    if (edgeHttpStatus(err) === 429) return false;
    throw err;
  }
}

tell(1).catch(console.error);
