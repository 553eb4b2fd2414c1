import { NextResponse } from 'next/server';
import { db } from '@/lib/db';
import { pusher, roomChannel } from '@/lib/pusher';
import { userFromToken } from '@/lib/session';

interface Context {
  params: Promise<{ roomId: string }>;
}

export async function POST(request: Request, { params }: Context) {
  const { roomId } = await params;
  const user = await userFromToken(request.headers.get('authorization'));
  if (!user) {
    return NextResponse.json({ error: 'Not signed in' }, { status: 401 });
  }

  const { text, socketId } = await request.json();
  const message = await db.messages.create(roomId, user.id, text);

  await pusher.trigger(roomChannel(roomId), 'message:new', message, { socket_id: socketId });

  return NextResponse.json(message, { status: 201 });
}
