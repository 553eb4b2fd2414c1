import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function occupied(prefix: string): Promise<string[]> {
  try {
    const answer = await pusher.get({ path: '/channels', params: { filter_by_prefix: prefix } });
    if (answer.status !== 200) {
      return [];
    }
    const { channels } = (await answer.json()) as { channels: Record<string, object> };
    return Object.keys(channels);
  } catch (err) {
    if (err instanceof Pusher.RequestError && err.status === 400) {
      console.error('pusher.get was refused, the path or its parameters are wrong:', err.message);
    } else if (err instanceof Pusher.RequestError) {
      console.error('pusher.get failed:', err.status, err.message);
    }
    throw err;
  }
}
