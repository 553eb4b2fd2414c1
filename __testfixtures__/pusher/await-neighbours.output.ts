import Pusher from 'pusher';
import { db } from './db';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function acceptInvite(teamId: string, userId: string): Promise<void> {
  await db.members.insert({ teamId, userId });
  try {
    await pusher.trigger(`team-${teamId}`, 'member-joined', { userId });
    await pusher.sendToUser(userId, 'welcome', { teamId });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger or pusher.sendToUser failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger or pusher.sendToUser failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
