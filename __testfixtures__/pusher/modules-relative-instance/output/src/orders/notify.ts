import Pusher from 'pusher';
import { pusher } from '../lib/pusher';

export async function breadIsReady(orderId: string): Promise<void> {
  try {
    await pusher.trigger('bakery', 'ready', { orderId });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
