import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function orderReady(orderId: string): Promise<void> {
  // sadpath-ignore-next-line pusher/api-error -- the queue retries this function
  await pusher.trigger('kitchen', 'ready', { orderId });
}
