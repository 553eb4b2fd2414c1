import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function OnlineBadge({ channel }: { channel: string }) {
  try {
    const response = await pusher.get({ path: `/channels/${channel}`, params: { info: 'user_count' } });
    const { user_count: count } = (await response.json()) as { user_count: number };
    return <span className="badge">{count > 99 ? '99+' : count}</span>;
  } catch (err) {
    if (err instanceof Pusher.RequestError && err.status === 400) {
      console.error('pusher.get was refused, the path or its parameters are wrong:', err.message);
    } else if (err instanceof Pusher.RequestError) {
      console.error('pusher.get failed:', err.status, err.message);
    } else {
      console.error('pusher.get failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
