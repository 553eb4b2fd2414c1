import Pusher from 'pusher';
import { charge } from './billing';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function renew(subscriptionId: string): Promise<boolean> {
  try {
    await charge(subscriptionId);
    return true;
  } catch (err) {
    console.error('charge failed', subscriptionId);
    try {
      await pusher.trigger('billing', 'renewal-failed', { subscriptionId });
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
      throw err;
    }
    return false;
  }
}
