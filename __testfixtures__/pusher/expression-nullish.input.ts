import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);
let lastStatus: number | undefined;

export async function cachedStatus(): Promise<number> {
  lastStatus = lastStatus ?? (await pusher.get({ path: '/channels' })).status;
  return lastStatus;
}
