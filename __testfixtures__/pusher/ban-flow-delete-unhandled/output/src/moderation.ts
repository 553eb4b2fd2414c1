import { db } from './db';
import { terminate } from './ban-flow';

export async function deleteAccount(userId: string): Promise<void> {
  await db.user.delete({ where: { id: userId } });
  try {
    await terminate(userId);
  } catch (err) {
    console.error('terminating the user failed:', userId, String(err));
    throw err;
  }
}
