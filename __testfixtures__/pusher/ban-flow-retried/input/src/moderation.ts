import { db } from './db';
import { pusher } from './pusher';
import { retryQueue } from './queue';

export async function banUser(userId: string): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { banned: true } });
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      await pusher.terminateUserConnections(userId);
      return;
    } catch (err) {
      if (attempt === 4) throw err;
      await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 100));
    }
  }
}

export async function suspendUser(userId: string): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { suspended: true } });
  try {
    await pusher.terminateUserConnections(userId);
  } catch (err) {
    await retryQueue.add('terminate', { userId });
  }
}

export async function banAll(userIds: string[]): Promise<void> {
  for (let i = 0; i < userIds.length; i++) {
    await db.user.update({ where: { id: userIds[i] }, data: { banned: true } });
    try {
      await pusher.terminateUserConnections(userIds[i]!);
    } catch (err) {
      console.error('terminate failed:', (err as Error).name);
    }
  }
}
