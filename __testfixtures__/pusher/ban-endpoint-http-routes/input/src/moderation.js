import { db } from './db.js';
import { pusher } from './pusher.js';

export async function banUser(userId) {
  await db.user.update({ where: { id: userId }, data: { banned: true } });
  try {
    await pusher.terminateUserConnections(userId);
  } catch (err) {
    console.error('terminate failed:', err.name);
    throw err;
  }
}
