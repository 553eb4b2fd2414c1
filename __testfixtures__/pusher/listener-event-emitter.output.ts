import { EventEmitter } from 'node:events';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export const orders = new EventEmitter();

orders.on('created', async (order: { id: string }) => {
  try {
    await pusher.trigger('orders', 'created', { id: order.id });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
  }
});
