import { NextResponse } from "next/server";
import { edge } from "@/lib/edge";
import { sessions } from "@/lib/auth";

export async function POST(request: Request) {
  const { tokenId } = await request.json();
  try {
    await edge.auth.revoke(tokenId, { ttlSeconds: 3600 });
  } catch (error) {
    console.error("revoke failed", error);
    return NextResponse.json({ error: "the token could not be revoked" }, { status: 503 });
  }
  await sessions.end(tokenId);
  return NextResponse.json({ ok: true });
}
