import Pusher from 'pusher';

type Realtime = Pick<Pusher, 'trigger' | 'get'>;

const pusher = (new Pusher({
  appId: '5',
  key: 'k',
  secret: process.env.PUSHER_SECRET!,
  cluster: 'eu',
}) satisfies Realtime) as Pusher;

export async function invoicePaid(invoiceId: string) {
  try {
    await (pusher as Pusher).trigger('billing', 'invoice-paid', { invoiceId });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
