import { db } from './db';
import { pusher } from './pusher';

export async function deleteAccount(userId: string): Promise<void> {
  await db.user.delete({ where: { id: userId } });
  try {
    await pusher.terminateUserConnections(userId);
  } catch (err) {
    console.error('still connected:', (err as Error).name);
    throw err;
  }
}
