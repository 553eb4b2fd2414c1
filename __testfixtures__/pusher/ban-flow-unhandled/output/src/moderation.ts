import Pusher from 'pusher';
import { db } from './db';
import { pusher } from './pusher';
import { block, terminate, unblock } from './ban-flow';

export async function banUser(userId: string): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { banned: true } });
  try {
    await block(userId);
    await terminate(userId);
  } catch (err) {
    console.error('ban flow failed:', userId, String(err));
    throw err;
  }
  try {
    await pusher.trigger('moderation', 'banned', { userId });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}

export async function unbanUser(userId: string): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { banned: false } });
  await unblock(userId);
}
