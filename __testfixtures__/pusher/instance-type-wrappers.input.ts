import Pusher from 'pusher';

type Realtime = Pick<Pusher, 'trigger' | 'get'>;

const pusher = (new Pusher({
  appId: '5',
  key: 'k',
  secret: process.env.PUSHER_SECRET!,
  cluster: 'eu',
}) satisfies Realtime) as Pusher;

export async function invoicePaid(invoiceId: string) {
  await (pusher as Pusher).trigger('billing', 'invoice-paid', { invoiceId });
}
