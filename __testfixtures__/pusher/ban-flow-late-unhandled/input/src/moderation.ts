import { db } from './db';
import { pusher } from './pusher';

export async function banUser(userId: string): Promise<void> {
  await pusher.terminateUserConnections(userId);
  await db.user.update({ where: { id: userId }, data: { bannedAt: new Date() } });

  console.log('banned', userId);
}
