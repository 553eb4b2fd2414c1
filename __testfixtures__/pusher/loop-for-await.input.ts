import Pusher from 'pusher';
import { watchPrices } from './prices';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function relayPrices(): Promise<void> {
  for await (const price of watchPrices()) {
    await pusher.trigger('prices', 'changed', price);
  }
}
