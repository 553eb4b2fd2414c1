import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function ensureReachable(attempts: number[]): Promise<boolean> {
  if ((await pusher.get({ path: '/channels' })).status !== 200) {
    attempts.push(Date.now());
    return false;
  }
  return true;
}
