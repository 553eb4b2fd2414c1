import { db } from './db';
import { pusher } from './pusher';

export async function onWebhook(event: { type: string; userId: string }): Promise<void> {
  switch (event.type) {
    case 'user.deleted':
      await db.user.delete({ where: { id: event.userId } });
      await pusher.terminateUserConnections(event.userId);
      break;
    case 'user.banned':
      await db.user.update({ where: { id: event.userId }, data: { banned: true } });
      await pusher.terminateUserConnections(event.userId);
      break;
    default:
  }
}

export async function banUser(userId: string) {
  await pusher.terminateUserConnections(userId);
  return db.user.update({ where: { id: userId }, data: { banned: true } });
}
