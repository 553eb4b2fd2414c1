import Pusher from 'pusher';
import { db } from './db';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function addComment(postId: string, text: string) {
  const comment = await db.comments.insert({ postId, text });
  (async () => {
    await pusher.trigger(`post-${postId}`, 'comment', { text });
  })().catch((err: unknown) => {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
  });
  return comment;
}
