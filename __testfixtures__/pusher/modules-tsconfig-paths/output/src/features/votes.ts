import Pusher from 'pusher';
import { realtime } from '@lib/realtime';

export async function voted(pollId: string): Promise<void> {
  try {
    await realtime.trigger(`poll-${pollId}`, 'voted', {});
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
