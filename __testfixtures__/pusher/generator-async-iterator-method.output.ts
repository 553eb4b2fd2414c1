import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export class Countdown implements AsyncIterable<number> {
  constructor(private readonly from: number) {}

  async *[Symbol.asyncIterator](): AsyncIterator<number> {
    for (let left = this.from; left > 0; left -= 1) {
      yield left;
      try {
        await pusher.trigger('countdown', 'tick', { left });
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
}
