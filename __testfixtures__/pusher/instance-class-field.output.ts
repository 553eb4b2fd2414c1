import Pusher from 'pusher';

export class AuctionFeed {
  private readonly pusher = new Pusher({
    appId: process.env.PUSHER_APP_ID!,
    key: process.env.PUSHER_KEY!,
    secret: process.env.PUSHER_SECRET!,
    cluster: 'eu',
  });

  async bidPlaced(auctionId: string, amount: number): Promise<void> {
    try {
      await this.pusher.trigger(`auction-${auctionId}`, 'bid', { amount });
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
