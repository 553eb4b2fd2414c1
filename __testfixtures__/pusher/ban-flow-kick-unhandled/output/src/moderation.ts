import Pusher from 'pusher';
import { pusher } from './pusher';

export async function kickUser(userId: string): Promise<void> {
  try {
    await pusher.terminateUserConnections(userId);
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error(
        'pusher.terminateUserConnections failed, the user may still be connected:',
        err.status,
        err.message,
      );
    } else {
      console.error(
        'pusher.terminateUserConnections failed, the user may still be connected:',
        String(err).split('?')[0],
      );
    }
    throw err;
  }
}
