import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function setAvailability(doctorId: string, available: boolean) {
  if (available) await pusher.trigger('doctors', 'available', { doctorId });
  else await pusher.trigger('doctors', 'away', { doctorId });
}
