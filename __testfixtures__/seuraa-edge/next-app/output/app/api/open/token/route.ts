import { edge } from "@/lib/edge";

export async function POST(request: Request) {
  const { channel } = await request.json();
  return Response.json(edge.auth.signIn({ channel, permissions: ["subscribe"] }));
}
