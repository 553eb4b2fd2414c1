import Pusher from 'pusher';
import { realtime } from '~pusher';

export async function closed(pollId: string): Promise<void> {
  try {
    await realtime.trigger(`poll-${pollId}`, 'closed', {});
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
