import { db } from './db';
import { pusher } from './pusher';

export async function suspendUser(userId: string, days: number): Promise<void> {
  try {
    await pusher.terminateUserConnections(userId);
  } catch (err) {
    console.error('still connected:', (err as Error).name);
    throw err;
  }
  await db.user.update({ where: { id: userId }, data: { suspendedUntil: inDays(days) } });
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
