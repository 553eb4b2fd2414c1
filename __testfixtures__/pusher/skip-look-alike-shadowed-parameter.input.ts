import Pusher from 'pusher';

export const pusher = Pusher.forURL(process.env.PUSHER_URL!);

interface Cart {
  trigger(name: string): Promise<void>;
}

export async function push(pusher: Cart): Promise<void> {
  await pusher.trigger('wheels');
}

export async function pull(carts: Cart[]): Promise<void> {
  for (const pusher of carts) {
    await pusher.trigger('brakes');
  }
}
