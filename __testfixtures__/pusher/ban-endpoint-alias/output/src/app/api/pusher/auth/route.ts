import { auth } from '@/auth';
import { pusher } from '@/pusher';
import { isBlocked } from '@/lib/ban-flow';

export async function POST(request: Request) {
  const { user } = await auth();
  const form = await request.formData();
  const data = { user_id: user.id };
  if (await isBlocked(user.id)) return Response.json({ error: 'Forbidden' }, { status: 403 });
  return Response.json(pusher.authorizeChannel(String(form.get('socket_id')), String(form.get('channel_name')), data));
}
