import Pusher from 'pusher';
import { pusher } from '../lib/pusher';

export const count = () =>
  pusher.get({ path: '/channels' }).then((response) => response.json()).catch((err) => {
    if (err instanceof Pusher.RequestError && err.status === 400) {
      console.error(
        'pusher.get was refused, the path or its parameters are wrong:',
        err.message,
      );
    } else if (err instanceof Pusher.RequestError) {
      console.error('pusher.get failed:', err.status, err.message);
    }
    throw err;
  });
