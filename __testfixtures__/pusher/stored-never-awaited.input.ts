import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function paintPixel(x: number, y: number, colour: string): string {
  const sent = pusher.trigger('canvas', 'pixel', { x, y, colour });
  return colour;
}
