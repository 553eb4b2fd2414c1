import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function fetchMembers(channel: string): Promise<string[]> {
  return pusher
    .get({ path: `/channels/${channel}/users` })
    .then((response) => response.json())
    .then((body: { users: { id: string }[] }) => body.users.map((user) => user.id));
}
