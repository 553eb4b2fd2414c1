import Pusher from 'pusher';

const pusher = process.env.PUSHER_URL ? Pusher.forURL(process.env.PUSHER_URL) : null;

export function cacheInvalidated(key: string): void {
  pusher && (async () => pusher.trigger('cache', 'invalidated', { key }))().catch((err) => {
    if (err instanceof Pusher) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
  });
}
