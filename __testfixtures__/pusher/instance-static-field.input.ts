import Pusher from 'pusher';

export class Realtime {
  static readonly client = Pusher.forURL(process.env.PUSHER_URL!);

  static async publish(channel: string, event: string, data: unknown) {
    await Realtime.client.trigger(channel, event, data);
  }
}
