import PusherServer from 'pusher';
import Pusher from 'pusher-js';

export const pusherServer = new PusherServer({
  appId: process.env.PUSHER_APP_ID!,
  key: process.env.NEXT_PUBLIC_PUSHER_KEY!,
  secret: process.env.PUSHER_SECRET!,
  cluster: 'eu',
  useTLS: true,
});

export const createBrowserClient = () =>
  new Pusher(process.env.NEXT_PUBLIC_PUSHER_KEY!, { cluster: 'eu' });

export async function gameStarted(gameId: string): Promise<void> {
  try {
    await pusherServer.trigger(`game-${gameId}`, 'started', {});
  } catch (err) {
    if (err instanceof PusherServer.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
