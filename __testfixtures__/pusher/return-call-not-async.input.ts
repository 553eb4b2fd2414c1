import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function publishPrice(symbol: string, price: number) {
  const rounded = Math.round(price * 100) / 100;
  return pusher.trigger(`price-${symbol}`, 'update', { price: rounded });
}
