import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function publishPrice(symbol: string, price: number) {
  const rounded = Math.round(price * 100) / 100;
  return pusher.trigger(`price-${symbol}`, 'update', { price: rounded }).catch((err: unknown) => {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  });
}
