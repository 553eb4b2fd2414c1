import Pusher from 'pusher';
import { pusher } from '#pusher';

export const meteorSeen = async (name) => {
  try {
    await pusher.trigger('sky', 'meteor', { name });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
};
