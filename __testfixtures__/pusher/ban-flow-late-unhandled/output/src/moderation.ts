import { db } from './db';
import { block, terminate } from './ban-flow';

export async function banUser(userId: string): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { bannedAt: new Date() } });
  try {
    await block(userId);
    await terminate(userId);
  } catch (err) {
    console.error('ban flow failed:', userId, String(err));
    throw err;
  }

  console.log('banned', userId);
}
