import { db } from './db';
import { pusher } from './pusher';

export async function banUsers(userIds: string[]): Promise<void> {
  await db.user.updateMany({ where: { id: { in: userIds } }, data: { banned: true } });
  await Promise.all(userIds.map((userId) => pusher.terminateUserConnections(userId)));
}

export async function suspendUsers(userIds: string[]): Promise<void> {
  for (const id of userIds) await pusher.terminateUserConnections(id);
}
