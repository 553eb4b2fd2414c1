import Pusher from 'pusher';

export class Progress {
  constructor(private readonly pusher: Pusher, private readonly channel: string) {}

  async step(done: number, total: number): Promise<void> {
    try {
      await this.pusher.trigger(this.channel, 'progress', { done, total });
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
