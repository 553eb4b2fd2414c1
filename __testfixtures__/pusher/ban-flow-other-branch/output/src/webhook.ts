import { db } from './db';
import { block, terminate } from './ban-flow';

export async function onWebhook(event: { type: string; userId: string }): Promise<void> {
  switch (event.type) {
    case 'user.deleted':
      await db.user.delete({ where: { id: event.userId } });
      try {
        await terminate(event.userId);
      } catch (err) {
        console.error('terminating the user failed:', event.userId, String(err));
        throw err;
      }
      break;
    case 'user.banned':
      await db.user.update({ where: { id: event.userId }, data: { banned: true } });
      try {
        await block(event.userId);
        await terminate(event.userId);
      } catch (err) {
        console.error('ban flow failed:', event.userId, String(err));
        throw err;
      }
      break;
    default:
  }
}

export async function banUser(userId: string) {
  try {
    await block(userId);
    await terminate(userId);
  } catch (err) {
    console.error('ban flow failed:', userId, String(err));
    throw err;
  }
  return db.user.update({ where: { id: userId }, data: { banned: true } });
}
