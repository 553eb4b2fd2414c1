import { default as PusherServer } from 'pusher';

const realtime = PusherServer.forURL(process.env.PUSHER_URL!);

export async function publishScore(matchId: string, home: number, away: number) {
  try {
    await realtime.trigger(`match-${matchId}`, 'score', { home, away });
  } catch (err) {
    if (err instanceof PusherServer.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
