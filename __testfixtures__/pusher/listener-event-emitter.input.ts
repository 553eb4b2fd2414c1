import { EventEmitter } from 'node:events';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export const orders = new EventEmitter();

orders.on('created', async (order: { id: string }) => {
  await pusher.trigger('orders', 'created', { id: order.id });
});
