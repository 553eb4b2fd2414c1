import type { Client } from "@seuraa/edge/backend";
import { edgeHttpStatus } from "./seuraa-errors";

export async function run(edge: Client): Promise<Response> {
  try {
    await edge.auth.revoke("token-1", { ttlSeconds: 3600 });
  } catch (err) {
    console.error("edge.auth.revoke failed, the token still works:", edgeHttpStatus(err) ?? String(err));
    return Response.json({ error: "the token could not be revoked" }, { status: 503 });
  }
  return new Response(null, { status: 204 });
}
