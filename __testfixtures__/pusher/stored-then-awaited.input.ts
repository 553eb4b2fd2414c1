import Pusher from 'pusher';
import { db } from './db';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function archive(threadId: string): Promise<void> {
  const notified = pusher.trigger(`thread-${threadId}`, 'archived', {});
  await db.threads.archive(threadId);
  await notified;
}
