import Pusher from 'pusher';
import { db } from './db';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function archive(threadId: string): Promise<void> {
  const notified = pusher.trigger(`thread-${threadId}`, 'archived', {});
  await db.threads.archive(threadId);
  try {
    await notified;
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
