import { after } from 'next/server';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function logView(pageId: string): Promise<void> {
  after(async () => {
    await pusher.trigger('views', 'view', { pageId });
  });
}
