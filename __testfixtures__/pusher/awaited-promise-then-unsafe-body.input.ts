import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function occupied(prefix: string): Promise<string[]> {
  const answer = await pusher.get({ path: '/channels', params: { filter_by_prefix: prefix } });
  if (answer.status !== 200) {
    return [];
  }
  const { channels } = (await answer.json()) as { channels: Record<string, object> };
  return Object.keys(channels);
}
