import { db } from './db';
import { block, terminate } from './ban-flow';

export async function banUser(userId: string): Promise<void> {
  try {
    await Promise.all([
      db.user.update({ where: { id: userId }, data: { banned: true } }),
      block(userId).then(() => terminate(userId)),
    ]);
  } catch (err) {
    console.error('still connected:', (err as Error).name);
    throw err;
  }
}
