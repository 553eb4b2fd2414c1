import Pusher from 'pusher';
import { db } from './db';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function publishAll(ids: string[]): Promise<void> {
  try {
    for (const id of ids) {
      try {
        await db.posts.publish(id);
      } finally {
        await db.locks.release(id);
      }
      if (id !== '') {
        await pusher.trigger('posts', 'published', { id });
      }
    }
  } catch (error) {
    console.error('publishing stopped', error instanceof Error ? error.name : 'unknown');
  }
}
