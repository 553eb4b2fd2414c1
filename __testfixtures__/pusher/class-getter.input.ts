import Pusher from 'pusher';

export class Monitor {
  constructor(private readonly pusher: Pusher) {}

  get channels() {
    return this.pusher.get({ path: '/channels' });
  }
}
