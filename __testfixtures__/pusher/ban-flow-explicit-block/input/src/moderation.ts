import { blockAuth } from './blocklist';
import { pusher } from './pusher';

export async function kickUser(userId: string): Promise<void> {
  await blockAuth(userId);
  try {
    await pusher.terminateUserConnections(userId);
  } catch (err) {
    console.error('still connected:', (err as Error).name);
    throw err;
  }
}
