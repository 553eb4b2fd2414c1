import type { Client } from "@seuraa/edge/backend";

export async function run(edge: Client): Promise<void> {
  try {
    await edge.channels.presence("presence:lobby");
  } catch (err: any) {
    if (err.status === 429) console.log("later");
    else console.log("given up");
  }
}
