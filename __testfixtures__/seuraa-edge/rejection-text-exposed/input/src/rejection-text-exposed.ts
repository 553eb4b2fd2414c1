import type { Client } from "@seuraa/edge/backend";

export async function presence(edge: Client): Promise<Response> {
  try {
    return Response.json(await edge.channels.presence("presence:a"));
  } catch (err: any) {
    console.error(err);
    return Response.json({ error: err.message }, { status: 500 });
  }
}
