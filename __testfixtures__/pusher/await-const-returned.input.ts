import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function channelInfo(channel: string) {
  const response = await pusher.get({ path: `/channels/${channel}`, params: { info: 'subscription_count' } });
  return response.json();
}
