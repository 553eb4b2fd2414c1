import Pusher from 'pusher';
import { db } from './db';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function acceptInvite(teamId: string, userId: string): Promise<void> {
  await db.members.insert({ teamId, userId });
  await pusher.trigger(`team-${teamId}`, 'member-joined', { userId });
  await pusher.sendToUser(userId, 'welcome', { teamId });
}
