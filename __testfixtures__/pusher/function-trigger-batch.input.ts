import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

interface Tick {
  symbol: string;
  price: number;
}

export async function publishTicks(ticks: Tick[]): Promise<void> {
  const batch = ticks.slice(0, 10).map(({ symbol, price }) => ({
    channel: `ticker-${symbol}`,
    name: 'tick',
    data: { price },
  }));
  await pusher.triggerBatch(batch);
}
