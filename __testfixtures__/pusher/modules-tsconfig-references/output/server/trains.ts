import Pusher from 'pusher';
import { pusher } from 'shared/pusher';

export async function trainLate(train: string, minutes: number): Promise<void> {
  try {
    await pusher.trigger('trains', 'late', { train, minutes });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
