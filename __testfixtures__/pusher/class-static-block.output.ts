import Pusher from 'pusher';

export class Registry {
  static readonly pusher = Pusher.forURL(process.env.PUSHER_URL!);

  static {
    (async () => Registry.pusher.trigger('registry', 'loaded', { at: Date.now() }))().catch((err) => {
      if (err instanceof Pusher) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
    });
  }
}
