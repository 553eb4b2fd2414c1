import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export class ServerSession {
  readonly startedAt = Date.now();
  readonly announced = pusher.trigger('sessions', 'started', { at: this.startedAt });

  async ready(): Promise<void> {
    await this.announced;
  }
}
