import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function listUsers(channel: string): Promise<string[]> {
  try {
    const body = await (await pusher.get({ path: `/channels/${channel}/users` })).json();
    return body.users.map((user: { id: string }) => user.id);
  } catch (err) {
    if (err instanceof Pusher.RequestError && err.status === 400) {
      console.error('pusher.get was refused, the path or its parameters are wrong:', err.message);
    } else if (err instanceof Pusher.RequestError) {
      console.error('pusher.get failed:', err.status, err.message);
    }
    throw err;
  }
}
