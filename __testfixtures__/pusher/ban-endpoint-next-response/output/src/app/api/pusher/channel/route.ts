import { auth } from '@clerk/nextjs/server';
import { pusher } from '../../../../pusher';
import { json } from '../../../../json';
import { isBlocked } from '../../../../ban-flow';

export const POST = async (req: Request) => {
  const { userId } = await auth();
  const form = await req.formData();
  if (await isBlocked(userId)) return Response.json({ error: 'Forbidden' }, { status: 403 });
  return json(pusher.authorizeChannel(String(form.get('socket_id')), String(form.get('channel_name')), { user_id: userId }));
};
