import { after } from 'next/server';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function bookingConfirmed(bookingId: string): { ok: boolean } {
  after(async () => {
    try {
      await pusher.trigger('bookings', 'confirmed', { bookingId });
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
    }
  });
  return { ok: true };
}
