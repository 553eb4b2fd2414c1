import { getPusher } from './pusher.js';
import Pusher from 'pusher';

export async function dishServed(table: number): Promise<void> {
  try {
    await getPusher().trigger('kitchen', 'served', { table });
  } catch (err) {
    if (err instanceof Pusher) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
