import Pusher from 'pusher';
import { db } from './db';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function dashboard(roomId: string) {
  const [room, response] = await Promise.all([
    db.rooms.find(roomId),
    pusher.get({ path: `/channels/presence-${roomId}`, params: { info: 'user_count' } }),
  ]);
  const presence = await response.json();
  return { room, presence };
}
