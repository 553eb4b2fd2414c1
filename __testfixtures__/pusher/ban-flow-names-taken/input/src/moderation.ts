import { db } from './db';
import { pusher } from './pusher';

const terminate = (reason: string) => console.log('terminated', reason);

export async function banUser(userId: string, block: string): Promise<void> {
  await db.channel.leave(block, userId);
  await pusher.terminateUserConnections(userId);
  terminate('ban');
}
