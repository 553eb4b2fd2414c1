import { db } from './db';
import { block, terminate } from './ban-flow';

export async function banUser(userId: string): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { banned: true } });
  try {
    await block(userId);
    await terminate(userId);
  } catch (err) {
    console.error('terminate failed:', (err as Error).name);
    throw err;
  }
}
