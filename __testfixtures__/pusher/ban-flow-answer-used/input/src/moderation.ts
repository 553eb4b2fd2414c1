import { db } from './db';
import { pusher } from './pusher';

export async function banUser(userId: string): Promise<boolean> {
  await db.user.update({ where: { id: userId }, data: { banned: true } });
  try {
    const answer = await pusher.terminateUserConnections(userId);
    return answer.status === 200;
  } catch (err) {
    console.error('terminate failed:', (err as Error).name);
    throw err;
  }
}

export async function suspendUser(userId: string) {
  await db.user.update({ where: { id: userId }, data: { suspended: true } });
  const { status } = await pusher.terminateUserConnections(userId);
  if (status !== 200) throw new Error('still connected');
}
