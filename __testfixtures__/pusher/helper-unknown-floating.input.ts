import pRetry from 'p-retry';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function announce(version: string): void {
  pRetry(() => pusher.trigger('releases', 'announced', { version }));
}
