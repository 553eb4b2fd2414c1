import Pusher from 'pusher';
import { getPusher } from './pusher.js';

export async function dishServed(table: number): Promise<void> {
  try {
    await getPusher().trigger('kitchen', 'served', { table });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
