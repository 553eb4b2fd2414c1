import Pusher from 'pusher';

const pusher = process.env.PUSHER_URL ? Pusher.forURL(process.env.PUSHER_URL) : null;

export function cacheInvalidated(key: string): void {
  pusher && pusher.trigger('cache', 'invalidated', { key });
}
