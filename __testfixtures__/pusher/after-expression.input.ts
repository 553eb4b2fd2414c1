import { after } from 'next/server';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function bookingConfirmed(bookingId: string): { ok: boolean } {
  after(() => pusher.trigger('bookings', 'confirmed', { bookingId }));
  return { ok: true };
}
