import Pusher from 'pusher';

const pusher = process.env.PUSHER_URL ? Pusher.forURL(process.env.PUSHER_URL) : null;

export function cacheInvalidated(key: string): void {
  pusher && (async () => {
    await pusher.trigger('cache', 'invalidated', { key });
  })().catch((err: unknown) => {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
  });
}
