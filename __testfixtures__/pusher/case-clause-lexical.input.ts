import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function inspect(kind: 'channels' | 'users', channel: string): Promise<unknown> {
  switch (kind) {
    case 'channels':
      const list = await pusher.get({ path: '/channels' });
      return list.json();
    case 'users':
      const users = await pusher.get({ path: `/channels/${channel}/users` });
      return users.json();
  }
}
