import Pusher from 'pusher';
import { loadRoom, type Room } from './rooms';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function roomStatus(roomId: string) {
  const response = await pusher.get({ path: `/channels/presence-${roomId}/users` }).catch((err: unknown) => {
    if (err instanceof Pusher.RequestError && err.status === 400) {
      console.error('pusher.get was refused, the path or its parameters are wrong:', err.message);
    } else if (err instanceof Pusher.RequestError) {
      console.error('pusher.get failed:', err.status, err.message);
    } else {
      console.error('pusher.get failed:', String(err).split('?')[0]);
    }
    throw err;
  });

  const room: Room = await loadRoom(roomId);
  const capacity = room.seats - room.reserved;
  const names = room.guests.map((guest) => guest.name);
  const closed = room.closesAt.getTime() < Date.now();

  const { users } = (await response.json()) as { users: { id: string }[] };
  return { closed, names, capacity, online: users.length, status: response.status };
}
