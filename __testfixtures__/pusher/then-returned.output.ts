import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function fetchMembers(channel: string): Promise<string[]> {
  return pusher
    .get({ path: `/channels/${channel}/users` })
    .then((response) => response.json())
    .then((body: { users: { id: string }[] }) => body.users.map((user) => user.id))
    .catch((err: unknown) => {
      if (err instanceof Pusher.RequestError && err.status === 400) {
        console.error('pusher.get was refused, the path or its parameters are wrong:', err.message);
      } else if (err instanceof Pusher.RequestError) {
        console.error('pusher.get failed:', err.status, err.message);
      }
      throw err;
    });
}
