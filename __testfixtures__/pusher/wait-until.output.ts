import { waitUntil } from '@vercel/functions';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function trackDownload(file: string): Response {
  waitUntil(pusher.trigger('downloads', 'download', { file }).catch((err: unknown) => {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
  }));
  return new Response(null, { status: 204 });
}
