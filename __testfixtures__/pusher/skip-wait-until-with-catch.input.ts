import { waitUntil } from '@vercel/functions';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function GET(): Response {
  waitUntil(
    pusher.trigger('hits', 'hit', {}).catch((error: Error) => console.error('hit lost', error.name)),
  );
  return new Response('ok');
}
