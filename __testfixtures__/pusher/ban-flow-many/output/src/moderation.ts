import { db } from './db';
import { block, terminate } from './ban-flow';

export async function banUsers(userIds: string[]): Promise<void> {
  await db.user.updateMany({ where: { id: { in: userIds } }, data: { banned: true } });
  try {
    await Promise.all(userIds.map((userId) => block(userId).then(() => terminate(userId))));
  } catch (err) {
    console.error('ban flow failed:', String(err));
    throw err;
  }
}

export async function suspendUsers(userIds: string[]): Promise<void> {
  for (const id of userIds) {
    try {
      await block(id).then(() => terminate(id));
    } catch (err) {
      console.error('ban flow failed:', id, String(err));
      throw err;
    }
  }
}
