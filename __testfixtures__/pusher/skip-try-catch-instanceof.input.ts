import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function orderReady(orderId: string): Promise<void> {
  try {
    await pusher.trigger('kitchen', 'ready', { orderId });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    }
    throw err;
  }
}
