import Pusher from 'pusher';
import { pusher } from 'lib/pusher';

export function ringBell(door: string): void {
  (async () => {
    await pusher.trigger('bells', 'ring', { door });
  })().catch((err: unknown) => {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
  });
}
