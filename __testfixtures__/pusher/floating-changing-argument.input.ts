import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);
let sequence = 0;

export function publishNext(topic: string): number {
  pusher.trigger(topic, 'next', { sequence });
  sequence += 1;
  return sequence;
}
