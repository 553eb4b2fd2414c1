import Pusher from 'pusher';
import { pusher } from '#lib/pusher';

export const cometSeen = async (name) => {
  try {
    await pusher.trigger('sky', 'comet', { name });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
};
