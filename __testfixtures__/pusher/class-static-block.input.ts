import Pusher from 'pusher';

export class Registry {
  static readonly pusher = Pusher.forURL(process.env.PUSHER_URL!);

  static {
    Registry.pusher.trigger('registry', 'loaded', { at: Date.now() });
  }
}
