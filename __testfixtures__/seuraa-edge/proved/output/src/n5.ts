import type { Client } from "@seuraa/edge/backend";
import { edgeHttpStatus } from "./seuraa-errors";

export async function run(edge: Client): Promise<Response> {
  try {
    return Response.json(await edge.channels.presence("presence:lobby"));
  } catch (err) {
    console.error("edge.channels.presence failed:", edgeHttpStatus(err) ?? String(err));
    return Response.json({ error: "presence is not available" }, { status: 502 });
  }
}
