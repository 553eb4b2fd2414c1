import { db } from './db';
import { pusher } from './pusher';

export function suspendUser(userId: string): void {
  db.user.setSuspended(userId, true);
  pusher.terminateUserConnections(userId);
}
