import { db } from './db';
import { block as blockUser, terminate as terminateUser } from './ban-flow';

const terminate = (reason: string) => console.log('terminated', reason);

export async function banUser(userId: string, block: string): Promise<void> {
  await db.channel.leave(block, userId);
  try {
    await blockUser(userId);
    await terminateUser(userId);
  } catch (err) {
    console.error('ban flow failed:', userId, String(err));
    throw err;
  }
  terminate('ban');
}
