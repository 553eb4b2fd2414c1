import { auth } from '@clerk/nextjs/server';
import { pusher } from '../../../../pusher';

export const POST = async (request: Request) => {
  const { userId } = await auth();
  if (!userId) return new Response('Not signed in', { status: 401 });
  const form = await request.formData();
  return Response.json(pusher.authorizeChannel(String(form.get('socket_id')), String(form.get('channel_name'))));
};
