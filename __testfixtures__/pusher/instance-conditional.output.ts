import Pusher from 'pusher';

const pusher = process.env.PUSHER_APP_ID
  ? new Pusher({
      appId: process.env.PUSHER_APP_ID,
      key: process.env.PUSHER_KEY!,
      secret: process.env.PUSHER_SECRET!,
      cluster: 'eu',
    })
  : null;

export async function stockChanged(sku: string, quantity: number) {
  if (!pusher) return;
  try {
    await pusher.trigger('inventory', 'stock', { sku, quantity });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
