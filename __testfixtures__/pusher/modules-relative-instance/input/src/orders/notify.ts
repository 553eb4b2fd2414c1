import { pusher } from '../lib/pusher';

export async function breadIsReady(orderId: string): Promise<void> {
  await pusher.trigger('bakery', 'ready', { orderId });
}
