import { EventEmitter } from 'node:events';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export const bus = new EventEmitter();

async function onPaid(invoice: { id: string }): Promise<void> {
  await pusher.trigger('invoices', 'paid', { id: invoice.id });
}

bus.on('paid', onPaid);
