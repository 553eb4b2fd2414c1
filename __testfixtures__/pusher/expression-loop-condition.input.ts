import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function waitUntilHealthy(limit: number): Promise<number> {
  let tries = 0;
  while ((await pusher.get({ path: '/channels' })).status !== 200 && tries < limit) {
    tries += 1;
  }
  return tries;
}
