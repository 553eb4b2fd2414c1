import Pusher from 'pusher';
import { db } from './db';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function checkout(cartId: string): Promise<void> {
  try {
    await db.transaction(async (tx: typeof db) => {
      await tx.carts.close(cartId);
      await pusher.trigger('carts', 'closed', { cartId });
    });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    }
    throw err;
  }
}
