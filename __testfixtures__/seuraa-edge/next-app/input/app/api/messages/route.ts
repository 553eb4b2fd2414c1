import { NextResponse } from "next/server";
import { edge } from "@/lib/edge";
import { db } from "@/lib/db";

export async function POST(request: Request) {
  const body = await request.json();
  const message = await db.message.create({ data: body });
  await edge.channels.publish(`private:room-${message.roomId}`, "message.created", message);
  return NextResponse.json(message, { status: 201 });
}

export async function GET(request: Request) {
  try {
    const presence = await edge.channels.presence("presence:lobby");
    return NextResponse.json(presence);
  } catch (error) {
    return NextResponse.json({ error: (error as Error).message }, { status: 502 });
  }
}
