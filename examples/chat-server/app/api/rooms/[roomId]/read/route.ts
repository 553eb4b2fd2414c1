import { NextResponse } from 'next/server';
import { db } from '@/lib/db';
import { pusher, roomChannel } from '@/lib/pusher';
import { userFromToken } from '@/lib/session';

interface Context {
  params: Promise<{ roomId: string }>;
}

export async function PUT(request: Request, { params }: Context) {
  const { roomId } = await params;
  const user = await userFromToken(request.headers.get('authorization'));
  if (!user) {
    return new NextResponse(null, { status: 401 });
  }

  const { messageId } = await request.json();
  await db.readMarkers.set(roomId, user.id, messageId);

  void pusher.trigger(roomChannel(roomId), 'read', { userId: user.id, messageId });
  void pusher
    .sendToUser(user.id, 'badge:refresh', { roomId })
    .catch((err: Error) => console.warn('badge refresh not sent:', err.name));

  return new NextResponse(null, { status: 204 });
}
