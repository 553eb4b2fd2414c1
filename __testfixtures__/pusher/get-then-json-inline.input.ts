import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function listUsers(channel: string): Promise<string[]> {
  const body = await (await pusher.get({ path: `/channels/${channel}/users` })).json();
  return body.users.map((user: { id: string }) => user.id);
}
