import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function isHealthy(): Promise<boolean> {
  const { status } = await pusher.get({ path: '/channels' });
  return status === 200;
}
