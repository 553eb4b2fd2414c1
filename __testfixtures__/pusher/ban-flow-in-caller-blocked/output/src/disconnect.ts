import { pusher } from './pusher';

export async function disconnect(userId: string): Promise<void> {
  try {
    await pusher.terminateUserConnections(userId);
  } catch (err) {
    console.error('still connected:', (err as Error).name);
    throw err;
  }
}
