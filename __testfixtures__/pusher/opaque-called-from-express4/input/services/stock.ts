import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function reserve(sku: string): Promise<void> {
  const at = Date.now();
  await pusher.trigger('stock', 'reserved', { sku, at });
}
