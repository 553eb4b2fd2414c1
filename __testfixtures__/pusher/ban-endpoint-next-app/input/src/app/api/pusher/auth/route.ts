import { NextResponse } from 'next/server';
import { auth } from '../../../../auth';
import { pusher } from '../../../../pusher';

export async function POST(request: Request) {
  const session = await auth();
  if (!session) {
    return NextResponse.json({ error: 'Not signed in' }, { status: 401 });
  }
  const form = await request.formData();
  const signed = pusher.authorizeChannel(String(form.get('socket_id')), String(form.get('channel_name')), {
    user_id: session.user.id,
    user_info: { name: session.user.name },
  });
  return NextResponse.json(signed);
}
