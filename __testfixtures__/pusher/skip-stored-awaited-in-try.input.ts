import Pusher from 'pusher';
import { db } from './db';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function close(issue: string): Promise<void> {
  try {
    const sent = pusher.trigger('issues', 'closed', { issue });
    console.log('closing', issue);
    await sent;
  } catch (error) {
    console.error('not closed', issue);
  }
  await db.issues.close(issue);
}
