import type { Client } from "@seuraa/edge/backend";

export async function run(edge: Client): Promise<Response> {
  try {
    return Response.json(await edge.channels.presence("presence:lobby"));
  } catch (err) {
    return Response.json({ error: (err as Error).message }, { status: 502 });
  }
}
