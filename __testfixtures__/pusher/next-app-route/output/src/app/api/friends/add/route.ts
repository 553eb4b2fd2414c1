import PusherServer from 'pusher';
import { pusherServer } from '@/lib/pusher';

export async function POST(request: Request) {
  const { email, userId } = await request.json();

  try {
    await pusherServer.trigger(`private-user-${userId}`, 'incoming-friend-request', { email });
  } catch (err) {
    if (err instanceof PusherServer.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }

  return new Response('OK');
}
