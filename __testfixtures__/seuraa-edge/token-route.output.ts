import type { Client } from "@seuraa/edge/backend";

export function makeRoute(edge: Client) {
  return async function POST(req: Request): Promise<Response> {
    const { channel } = (await req.json()) as { channel: string };
    return Response.json(edge.auth.signIn({ channel, permissions: ["subscribe"] }));
  };
}
