import { NextResponse } from 'next/server';
import { auth } from '@clerk/nextjs/server';
import { pusher } from '../../../../pusher';
import { isBlocked } from '../../../../ban-flow';

export async function POST(req: Request) {
  const { userId } = await auth();
  if (!userId) return new NextResponse('Unauthorized', { status: 401 });
  const form = await req.formData();
  if (await isBlocked(userId)) return NextResponse.json({ error: 'Forbidden' }, { status: 403 });
  const signed = pusher.authenticateUser(String(form.get('socket_id')), { id: userId });
  return new NextResponse(JSON.stringify(signed));
}
