import Pusher from 'pusher';

const client = Pusher.forURL(process.env.PUSHER_URL!);

export async function pushTo(Pusher: { id: string }, cart: string): Promise<void> {
  try {
    await client.trigger('carts', 'pushed', { by: Pusher.id, cart });
  } catch (err) {
    if (err instanceof Error && err.name === 'PusherRequestError' && 'status' in err) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
