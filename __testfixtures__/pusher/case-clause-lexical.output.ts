import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function inspect(kind: 'channels' | 'users', channel: string): Promise<unknown> {
  switch (kind) {
    case 'channels':
      try {
        const list = await pusher.get({ path: '/channels' });
        return list.json();
      } catch (err) {
        if (err instanceof Pusher.RequestError && err.status === 400) {
          console.error(
            'pusher.get was refused, the path or its parameters are wrong:',
            err.message,
          );
        } else if (err instanceof Pusher.RequestError) {
          console.error('pusher.get failed:', err.status, err.message);
        } else {
          console.error('pusher.get failed:', String(err).split('?')[0]);
        }
        throw err;
      }
    case 'users':
      try {
        const users = await pusher.get({ path: `/channels/${channel}/users` });
        return users.json();
      } catch (err) {
        if (err instanceof Pusher.RequestError && err.status === 400) {
          console.error(
            'pusher.get was refused, the path or its parameters are wrong:',
            err.message,
          );
        } else if (err instanceof Pusher.RequestError) {
          console.error('pusher.get failed:', err.status, err.message);
        } else {
          console.error('pusher.get failed:', String(err).split('?')[0]);
        }
        throw err;
      }
  }
}
