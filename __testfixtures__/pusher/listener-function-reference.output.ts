import { EventEmitter } from 'node:events';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export const bus = new EventEmitter();

async function onPaid(invoice: { id: string }): Promise<void> {
  try {
    await pusher.trigger('invoices', 'paid', { id: invoice.id });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
  }
}

bus.on('paid', onPaid);
