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
  try {
    await pusher.triggerBatch(batch);
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error(
        'pusher.triggerBatch failed for the whole batch:',
        err.status,
        err.message,
      );
    } else {
      console.error(
        'pusher.triggerBatch failed for the whole batch:',
        String(err).split('?')[0],
      );
    }
    throw err;
  }
}
