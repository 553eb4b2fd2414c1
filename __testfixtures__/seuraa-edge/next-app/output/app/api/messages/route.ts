import { NextResponse } from "next/server";
import { edge } from "@/lib/edge";
import { db } from "@/lib/db";
import { edgeHttpStatus } from "@/lib/seuraa-errors";

export async function POST(request: Request) {
  const body = await request.json();
  const message = await db.message.create({ data: body });
  try {
    await edge.channels.publish(`private:room-${message.roomId}`, "message.created", message);
  } catch (error) {
    console.error("edge.channels.publish failed:", edgeHttpStatus(error) ?? String(error));
    throw error;
  }
  return NextResponse.json(message, { status: 201 });
}

export async function GET(request: Request) {
  try {
    const presence = await edge.channels.presence("presence:lobby");
    return NextResponse.json(presence);
  } catch (error) {
    console.error("edge.channels.presence failed:", edgeHttpStatus(error) ?? String(error));
    return NextResponse.json({ error: "presence is not available" }, { status: 502 });
  }
}
