import { auth } from '@/auth';
import { pusher } from '@/pusher';

export async function POST(request: Request) {
  const { user } = await auth();
  const form = await request.formData();
  const data = { user_id: user.id };
  return Response.json(pusher.authorizeChannel(String(form.get('socket_id')), String(form.get('channel_name')), data));
}
