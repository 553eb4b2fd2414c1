import Pusher from 'pusher-js';

const pusher = new Pusher(process.env.NEXT_PUBLIC_PUSHER_KEY!, { cluster: 'eu' });
const channel = pusher.subscribe('private-chat');

export async function typing(userId: string): Promise<void> {
  channel.trigger('client-typing', { userId });
  await pusher.trigger('x', 'y', {});
}
