import { db } from './db';
import { disconnect } from './disconnect';

export async function banUser(userId: string): Promise<void> {
  await disconnect(userId);
  await db.user.update({ where: { id: userId }, data: { banned: true } });
}
