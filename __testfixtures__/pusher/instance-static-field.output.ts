import Pusher from 'pusher';

export class Realtime {
  static readonly client = Pusher.forURL(process.env.PUSHER_URL!);

  static async publish(channel: string, event: string, data: unknown) {
    try {
      await Realtime.client.trigger(channel, event, data);
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
      throw err;
    }
  }
}
