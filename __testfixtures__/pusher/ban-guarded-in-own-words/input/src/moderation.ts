import { db } from './db';
import { pusher } from './pusher';

export async function banUser(userId: string): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { banned: true } });
  try {
    await pusher.terminateUserConnections(userId);
  } catch (err) {
    console.error('terminate failed:', (err as Error).name);
    throw err;
  }
}
