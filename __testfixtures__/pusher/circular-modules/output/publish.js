import { pusher } from './a.js';
import Pusher from 'pusher';

export async function publish(event) {
  try {
    await pusher.trigger('loop', event, {});
  } catch (err) {
    if (err instanceof Pusher) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
