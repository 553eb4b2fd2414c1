import Pusher from 'pusher';

export class Monitor {
  constructor(private readonly pusher: Pusher) {}

  get channels() {
    return this.pusher.get({ path: '/channels' }).catch((err: unknown) => {
      if (err instanceof Pusher.RequestError && err.status === 400) {
        console.error(
          'pusher.get was refused, the path or its parameters are wrong:',
          err.message,
        );
      } else if (err instanceof Pusher.RequestError) {
        console.error('pusher.get failed:', err.status, err.message);
      } else {
        console.error('pusher.get failed:', String(err).split('?')[0]);
      }
      throw err;
    });
  }
}
