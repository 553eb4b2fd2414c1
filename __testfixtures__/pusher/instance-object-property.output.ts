import Pusher from 'pusher';

export const services = {
  startedAt: Date.now(),
  pusher: new Pusher({
    appId: process.env.PUSHER_APP_ID!,
    key: process.env.PUSHER_KEY!,
    secret: process.env.PUSHER_SECRET!,
    cluster: 'sa1',
  }),
};

export async function leaderboardChanged(gameId: string) {
  try {
    await services.pusher.trigger(`game-${gameId}`, 'leaderboard', { at: services.startedAt });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
