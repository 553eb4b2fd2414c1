import Pusher from 'pusher';

export class Worker {
  private readonly pusher = Pusher.forURL(process.env.PUSHER_URL!);

  constructor(readonly name: string) {
    (async () => {
      await this.pusher.trigger('workers', 'online', { name });
    })().catch((err: unknown) => {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
    });
  }
}
