import Pusher from 'pusher';
import { pusher } from './a.js';

export async function publish(event) {
  try {
    await pusher.trigger('loop', event, {});
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
