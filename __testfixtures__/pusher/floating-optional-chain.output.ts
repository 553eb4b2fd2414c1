import Pusher from 'pusher';

let pusher: Pusher | undefined;

export function init(url: string): void {
  pusher = Pusher.forURL(url);
}

export function ping(): void {
  (async () => {
    await pusher?.trigger('health', 'ping', { at: Date.now() });
  })().catch((err: unknown) => {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
  });
}
