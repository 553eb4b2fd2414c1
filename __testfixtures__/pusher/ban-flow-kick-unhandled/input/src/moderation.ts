import { pusher } from './pusher';

export async function kickUser(userId: string): Promise<void> {
  await pusher.terminateUserConnections(userId);
}
