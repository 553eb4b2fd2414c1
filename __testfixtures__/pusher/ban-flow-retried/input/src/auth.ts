import { pusher } from './pusher';

export async function POST(socketId: string, userId: string) {
  return pusher.authenticateUser(socketId, { id: userId });
}
