import { pusher } from './pusher';

export async function banUser(userId: string): Promise<void> {
  await pusher.terminateUserConnections(userId);
}
