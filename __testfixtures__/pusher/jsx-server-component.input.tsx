import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function OnlineBadge({ channel }: { channel: string }) {
  const response = await pusher.get({ path: `/channels/${channel}`, params: { info: 'user_count' } });
  const { user_count: count } = (await response.json()) as { user_count: number };
  return <span className="badge">{count > 99 ? '99+' : count}</span>;
}
