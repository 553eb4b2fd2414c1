import { pusher } from '@shop/realtime';
import { basket } from '@shop/realtime/channels';

export async function itemAdded(basketId: string, sku: string): Promise<void> {
  try {
    await pusher.trigger(basket(basketId), 'item-added', { sku });
  } catch (err) {
    const { name, status, message } = err as { name?: string; status?: number; message?: string };
    if (name === 'PusherRequestError') {
      console.error('pusher.trigger failed:', status, message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
