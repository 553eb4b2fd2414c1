import Pusher from 'pusher';

export class AuctionFeed {
  private readonly pusher = new Pusher({
    appId: process.env.PUSHER_APP_ID!,
    key: process.env.PUSHER_KEY!,
    secret: process.env.PUSHER_SECRET!,
    cluster: 'eu',
  });

  async bidPlaced(auctionId: string, amount: number): Promise<void> {
    await this.pusher.trigger(`auction-${auctionId}`, 'bid', { amount });
  }
}
