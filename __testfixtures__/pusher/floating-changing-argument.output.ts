import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);
let sequence = 0;

export function publishNext(topic: string): number {
  (async () => {
    await pusher.trigger(topic, 'next', { sequence });
  })().catch((err: unknown) => {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
  });
  sequence += 1;
  return sequence;
}
