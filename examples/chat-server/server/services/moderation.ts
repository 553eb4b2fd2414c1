import { db } from '../../lib/db';
import { logger } from '../../lib/logger';
import { pusher, roomChannel } from '../../lib/pusher';

export async function banUser(userId: string, moderatorId: string) {
  await db.users.ban(userId);
  await pusher.terminateUserConnections(userId);
  logger.info('user banned', { userId, moderatorId });
}

export async function kickFromRoom(roomId: string, userId: string) {
  await db.rooms.removeMember(roomId, userId);
  await pusher.trigger(roomChannel(roomId), 'member:kicked', { userId });
  await pusher.sendToUser(userId, 'room:kicked', { roomId });
  logger.info('user kicked', { userId, roomId });
}
