import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function paintPixel(x: number, y: number, colour: string): string {
  const sent = pusher.trigger('canvas', 'pixel', { x, y, colour }).catch((err: unknown) => {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
  });
  return colour;
}
