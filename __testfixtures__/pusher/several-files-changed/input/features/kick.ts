import { pusher } from '../lib/pusher';

export async function kick(userId: string): Promise<void> {
  await pusher.terminateUserConnections(userId);
}
