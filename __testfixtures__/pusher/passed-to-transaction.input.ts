import Pusher from 'pusher';
import { db } from './db';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function checkout(cartId: string): Promise<void> {
  await db.transaction(async (tx: typeof db) => {
    await tx.carts.close(cartId);
    await pusher.trigger('carts', 'closed', { cartId });
  });
}
