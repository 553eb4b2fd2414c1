import Pusher from 'pusher';
import { db } from './db';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function addComment(postId: string, text: string) {
  const comment = await db.comments.insert({ postId, text });
  pusher.trigger(`post-${postId}`, 'comment', { text });
  return comment;
}
