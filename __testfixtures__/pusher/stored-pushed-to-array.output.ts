import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function syncCalendars(calendars: { id: string; ownerId: string }[]): Promise<void> {
  const pending: Promise<unknown>[] = [];
  for (const calendar of calendars) {
    pending.push(pusher.sendToUser(calendar.ownerId, 'calendar-sync', { id: calendar.id }));
  }
  try {
    await Promise.all(pending);
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.sendToUser failed:', err.status, err.message);
    }
    throw err;
  }
}
