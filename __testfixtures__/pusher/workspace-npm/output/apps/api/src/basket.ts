import { pusher } from '@shop/realtime';
import { basket } from '@shop/realtime/channels';

export async function itemAdded(basketId: string, sku: string): Promise<void> {
  await pusher.trigger(basket(basketId), 'item-added', { sku });
}
