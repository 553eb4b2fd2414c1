import { pusherServer } from '@/lib/pusher';

export async function POST(request: Request) {
  const { email, userId } = await request.json();

  await pusherServer.trigger(`private-user-${userId}`, 'incoming-friend-request', { email });

  return new Response('OK');
}
