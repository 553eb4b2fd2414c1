import { after } from 'next/server';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function visited(page: string): void {
  after(async () => {
    try {
      await pusher.trigger('visits', 'visit', { page });
    } catch (error) {
      console.error('visit not counted', page);
    }
  });
}
