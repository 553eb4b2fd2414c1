import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export class ServerSession {
  readonly startedAt = Date.now();
  readonly announced = pusher.trigger('sessions', 'started', { at: this.startedAt });

  async ready(): Promise<void> {
    try {
      await this.announced;
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
