import Pusher from 'pusher';
import { saveOrder, type Order } from './orders';

const pusher = new Pusher({
  appId: process.env.PUSHER_APP_ID!,
  key: process.env.PUSHER_KEY!,
  secret: process.env.PUSHER_SECRET!,
  cluster: 'eu',
  useTLS: true,
});

export async function placeOrder(order: Order): Promise<void> {
  await saveOrder(order);
  try {
    await pusher.trigger('orders', 'placed', { id: order.id, total: order.total });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
