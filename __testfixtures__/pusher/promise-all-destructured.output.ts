import Pusher from 'pusher';
import { db } from './db';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function dashboard(roomId: string) {
  try {
    const [room, response] = await Promise.all([
      db.rooms.find(roomId),
      pusher.get({ path: `/channels/presence-${roomId}`, params: { info: 'user_count' } }),
    ]);
    const presence = await response.json();
    return { room, presence };
  } catch (err) {
    if (err instanceof Pusher.RequestError && err.status === 400) {
      console.error('pusher.get was refused, the path or its parameters are wrong:', err.message);
    } else if (err instanceof Pusher.RequestError) {
      console.error('pusher.get failed:', err.status, err.message);
    }
    throw err;
  }
}
