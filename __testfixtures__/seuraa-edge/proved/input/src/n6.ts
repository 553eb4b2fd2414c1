import type { Client } from "@seuraa/edge/backend";

export async function run(edge: Client): Promise<Response> {
  edge.auth.revoke("token-1", { ttlSeconds: 3600 }).catch(() => {});
  return new Response(null, { status: 204 });
}
