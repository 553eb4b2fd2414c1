import { realtime } from '@lib/realtime';
import Pusher from 'pusher';

export async function voted(pollId: string): Promise<void> {
  try {
    await realtime.trigger(`poll-${pollId}`, 'voted', {});
  } catch (err) {
    if (err instanceof Pusher) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
