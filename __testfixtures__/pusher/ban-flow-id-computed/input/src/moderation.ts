import { db } from './db';
import { pusher } from './pusher';

export async function banUser(email: string): Promise<void> {
  await db.user.update({ where: { email }, data: { banned: true } });
  await pusher.terminateUserConnections((await db.user.findUnique({ where: { email } })).id);
}
