import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function orderReady(orderId: string): Promise<boolean> {
  try {
    await pusher.trigger('kitchen', 'ready', { orderId });
    return true;
  } catch (err) {
    console.error('kitchen display not updated', orderId, (err as Error).name);
    return false;
  }
}
