import { db } from './db';
import { pusher } from './pusher';
import { redis } from './redis';

export async function setBanned(userId: string, banned: boolean): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { banned } });
  if (!banned) return;
  try {
    await pusher.terminateUserConnections(userId);
  } catch (err) {
    console.error('terminate failed:', (err as Error).name);
  }
}

export async function toggleBan(userId: string): Promise<void> {
  const user = await db.user.findUnique({ where: { id: userId } });
  const banned = !user.banned;
  await db.user.update({ where: { id: userId }, data: { banned } });
  if (banned) {
    await pusher.terminateUserConnections(userId);
  }
}

export async function banFor(userId: string, seconds: number): Promise<void> {
  await redis.setex(`banned:${userId}`, seconds, '1');
  await pusher.terminateUserConnections(userId);
}
