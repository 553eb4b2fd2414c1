import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function logOccupiedChannels(): Promise<void> {
  const response = await pusher.get({ path: '/channels', params: { info: 'user_count' } });
  console.log('occupied channels:', response.status);
}
