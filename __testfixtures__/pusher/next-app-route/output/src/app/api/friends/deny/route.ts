import PusherServer from 'pusher';
import { pusherServer } from '@/lib/pusher';

export async function POST(request: Request) {
  try {
    const { userId } = await request.json();
    pusherServer.trigger(`private-user-${userId}`, 'denied', {}).catch((error: unknown) => {
      if (error instanceof PusherServer.RequestError) {
        console.error('pusher.trigger failed:', error.status, error.message);
      } else {
        console.error('pusher.trigger failed:', String(error).split('?')[0]);
      }
    });
    return new Response('OK');
  } catch (error) {
    return new Response('Invalid request', { status: 400 });
  }
}
