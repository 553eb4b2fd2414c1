import Pusher from 'pusher';

const client = Pusher.forURL(process.env.PUSHER_URL!);

export async function pushTo(Pusher: { id: string }, cart: string): Promise<void> {
  await client.trigger('carts', 'pushed', { by: Pusher.id, cart });
}
