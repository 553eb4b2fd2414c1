import Pusher from 'pusher';
import { channelOf, mail, realtime } from './services';

export async function lessonMoved(id: string): Promise<void> {
  await mail.send(id);
  try {
    await realtime.trigger(channelOf(id), 'moved', { id });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
  await mail.realtime.trigger();
}
