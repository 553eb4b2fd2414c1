import type { Client } from "@seuraa/edge/backend";
import { edgeHttpStatus } from "./seuraa-errors";

export async function run(edge: Client): Promise<void> {
  try {
    await edge.channels.presence("presence:lobby");
  } catch (err: any) {
    if (edgeHttpStatus(err) === 429) console.log("later");
    else console.log("given up");
  }
}
