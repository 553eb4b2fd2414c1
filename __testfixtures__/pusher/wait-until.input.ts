import { waitUntil } from '@vercel/functions';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function trackDownload(file: string): Response {
  waitUntil(pusher.trigger('downloads', 'download', { file }));
  return new Response(null, { status: 204 });
}
