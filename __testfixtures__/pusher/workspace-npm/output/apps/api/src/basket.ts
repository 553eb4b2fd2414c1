import { pusher } from '@shop/realtime';
import { basket } from '@shop/realtime/channels';

export async function itemAdded(basketId: string, sku: string): Promise<void> {
  try {
    await pusher.trigger(basket(basketId), 'item-added', { sku });
  } catch (err) {
    if (
      err instanceof Error &&
      err.name === 'PusherRequestError' &&
      'status' in err
    ) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
