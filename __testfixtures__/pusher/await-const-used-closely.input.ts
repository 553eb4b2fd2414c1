import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

interface ChannelList {
  channels: Record<string, { user_count: number }>;
}

export async function countViewers(): Promise<number> {
  const response = await pusher.get({
    path: '/channels',
    params: { filter_by_prefix: 'presence-stream-', info: 'user_count' },
  });
  const body = (await response.json()) as ChannelList;
  return Object.values(body.channels).reduce((sum, channel) => sum + channel.user_count, 0);
}
