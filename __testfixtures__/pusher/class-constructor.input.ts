import Pusher from 'pusher';

export class Worker {
  private readonly pusher = Pusher.forURL(process.env.PUSHER_URL!);

  constructor(readonly name: string) {
    this.pusher.trigger('workers', 'online', { name });
  }
}
