import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function statusLine(channel: string): Promise<string> {
  const line = `channel ${channel} answered ${(await pusher.get({ path: `/channels/${channel}` })).status}`;
  return line.toUpperCase();
}
