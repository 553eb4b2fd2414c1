import Pusher from 'pusher';

export class Registry {
  static readonly pusher = Pusher.forURL(process.env.PUSHER_URL!);

  static {
    (async () => {
      await Registry.pusher.trigger('registry', 'loaded', { at: Date.now() });
    })().catch((err: unknown) => {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
    });
  }
}
