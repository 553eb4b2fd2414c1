import Pusher from 'pusher';

const client = Pusher.forURL(process.env.PUSHER_URL!);

export async function pushTo(Pusher: { id: string }, cart: string): Promise<void> {
  try {
    await client.trigger('carts', 'pushed', { by: Pusher.id, cart });
  } catch (err) {
    const { name, status, message } = err as { name?: string; status?: number; message?: string };
    if (name === 'PusherRequestError') {
      console.error('pusher.trigger failed:', status, message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
