import { after } from 'next/server';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function logView(pageId: string): Promise<void> {
  after(async () => {
    try {
      await pusher.trigger('views', 'view', { pageId });
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
    }
  });
}
