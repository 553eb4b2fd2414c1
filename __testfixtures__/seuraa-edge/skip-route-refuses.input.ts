import type { Client } from "@seuraa/edge/backend";

export function makeRoute(edge: Client, mayRead: (channel: string) => boolean) {
  return async function POST(req: Request): Promise<Response> {
    const { channel } = (await req.json()) as { channel: string };
    if (!mayRead(channel)) return new Response(null, { status: 403 });
    return Response.json(edge.auth.signIn({ channel, permissions: ["subscribe"] }));
  };
}
