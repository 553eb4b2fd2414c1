import Pusher from 'pusher';
import { charge } from './billing';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function renew(subscriptionId: string): Promise<boolean> {
  try {
    await charge(subscriptionId);
    return true;
  } catch (err) {
    console.error('charge failed', subscriptionId);
    await pusher.trigger('billing', 'renewal-failed', { subscriptionId });
    return false;
  }
}
