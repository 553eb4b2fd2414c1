import { NextResponse } from "next/server";
import { edge } from "@/lib/edge";
import { auth } from "@/lib/auth";

export async function POST(request: Request) {
  const session = await auth();
  if (!session) return NextResponse.json({ error: "Unauthorized" }, { status: 401 });
  const { channel } = await request.json();
  const { token } = edge.auth.signIn({
    channel,
    permissions: ["subscribe", "publish:message.created"],
    userId: session.user.id,
    expiresInSeconds: 60,
  });
  return NextResponse.json({ token });
}
