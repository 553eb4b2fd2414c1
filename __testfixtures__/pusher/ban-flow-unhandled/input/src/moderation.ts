import { db } from './db';
import { pusher } from './pusher';

export async function banUser(userId: string): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { banned: true } });
  await pusher.terminateUserConnections(userId);
  await pusher.trigger('moderation', 'banned', { userId });
}

export async function unbanUser(userId: string): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { banned: false } });
}
