import { pusher } from 'lib/pusher';
import Pusher from 'pusher';

export function ringBell(door: string): void {
  (async () => pusher.trigger('bells', 'ring', { door }))().catch((err) => {
    if (err instanceof Pusher) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
  });
}
