import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export class Countdown implements AsyncIterable<number> {
  constructor(private readonly from: number) {}

  async *[Symbol.asyncIterator](): AsyncIterator<number> {
    for (let left = this.from; left > 0; left -= 1) {
      yield left;
      await pusher.trigger('countdown', 'tick', { left });
    }
  }
}
