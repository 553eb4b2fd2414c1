import { default as PusherServer } from 'pusher';

const realtime = PusherServer.forURL(process.env.PUSHER_URL!);

export async function publishScore(matchId: string, home: number, away: number) {
  await realtime.trigger(`match-${matchId}`, 'score', { home, away });
}
