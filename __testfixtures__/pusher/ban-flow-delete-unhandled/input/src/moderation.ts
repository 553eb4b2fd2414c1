import { db } from './db';
import { pusher } from './pusher';

export async function deleteAccount(userId: string): Promise<void> {
  await db.user.delete({ where: { id: userId } });
  await pusher.terminateUserConnections(userId);
}
