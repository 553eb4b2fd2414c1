import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

interface ChannelList {
  channels: Record<string, { user_count: number }>;
}

export async function countViewers(): Promise<number> {
  try {
    const response = await pusher.get({
      path: '/channels',
      params: { filter_by_prefix: 'presence-stream-', info: 'user_count' },
    });
    const body = (await response.json()) as ChannelList;
    return Object.values(body.channels).reduce((sum, channel) => sum + channel.user_count, 0);
  } catch (err) {
    if (err instanceof Pusher.RequestError && err.status === 400) {
      console.error('pusher.get was refused, the path or its parameters are wrong:', err.message);
    } else if (err instanceof Pusher.RequestError) {
      console.error('pusher.get failed:', err.status, err.message);
    }
    throw err;
  }
}
