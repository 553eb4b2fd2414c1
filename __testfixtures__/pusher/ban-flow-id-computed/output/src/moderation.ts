import Pusher from 'pusher';
import { db } from './db';
import { pusher } from './pusher';

export async function banUser(email: string): Promise<void> {
  await db.user.update({ where: { email }, data: { banned: true } });
  try {
    await pusher.terminateUserConnections((await db.user.findUnique({ where: { email } })).id);
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error(
        'pusher.terminateUserConnections failed, the user may still be connected:',
        err.status,
        err.message,
      );
    }
    throw err;
  }
}
