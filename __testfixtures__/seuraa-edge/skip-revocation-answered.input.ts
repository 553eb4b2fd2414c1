import type { Client } from "@seuraa/edge/backend";

export function makeRoute(edge: Client) {
  return async function POST(req: Request): Promise<Response> {
    const { tokenId } = (await req.json()) as { tokenId: string };
    try {
      await edge.auth.revoke(tokenId, { ttlSeconds: 3600 });
    } catch (err) {
      console.error("still valid", String(err));
      return new Response(null, { status: 503 });
    }
    return new Response(null, { status: 204 });
  };
}
