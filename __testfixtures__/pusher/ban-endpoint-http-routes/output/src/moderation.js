import { db } from './db.js';
import { block, terminate } from './ban-flow.js';

export async function banUser(userId) {
  await db.user.update({ where: { id: userId }, data: { banned: true } });
  try {
    await block(userId);
    await terminate(userId);
  } catch (err) {
    console.error('terminate failed:', err.name);
    throw err;
  }
}
