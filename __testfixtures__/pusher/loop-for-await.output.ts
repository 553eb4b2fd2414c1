import Pusher from 'pusher';
import { watchPrices } from './prices';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function relayPrices(): Promise<void> {
  for await (const price of watchPrices()) {
    try {
      await pusher.trigger('prices', 'changed', price);
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
      throw err;
    }
  }
}
