import { pusherServer } from '@/lib/pusher';

export async function POST(request: Request) {
  try {
    const { userId } = await request.json();
    pusherServer.trigger(`private-user-${userId}`, 'denied', {});
    return new Response('OK');
  } catch (error) {
    return new Response('Invalid request', { status: 400 });
  }
}
