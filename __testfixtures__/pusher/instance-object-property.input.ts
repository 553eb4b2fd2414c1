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
  await services.pusher.trigger(`game-${gameId}`, 'leaderboard', { at: services.startedAt });
}
