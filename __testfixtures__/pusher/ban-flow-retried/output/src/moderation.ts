import { db } from './db';
import { pusher } from './pusher';
import { retryQueue } from './queue';
import { block, terminate } from './ban-flow';

export async function banUser(userId: string): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { banned: true } });
  await block(userId);
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
    await block(userId);
    await pusher.terminateUserConnections(userId);
  } catch (err) {
    await retryQueue.add('terminate', { userId });
  }
}

export async function banAll(userIds: string[]): Promise<void> {
  for (let i = 0; i < userIds.length; i++) {
    await db.user.update({ where: { id: userIds[i] }, data: { banned: true } });
    try {
      await block(userIds[i]!);
      await terminate(userIds[i]!);
    } catch (err) {
      console.error('terminate failed:', (err as Error).name);
    }
  }
}
