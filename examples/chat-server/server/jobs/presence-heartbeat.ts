import { db } from '../../lib/db';
import { pusher, roomChannel } from '../../lib/pusher';
import { isOccupied } from '../services/presence';

const HEARTBEAT_MS = 30_000;

export function startPresenceHeartbeat() {
  return setInterval(async () => {
    const rooms = await db.rooms.all();
    for (const room of rooms) {
      if (await isOccupied(room.id)) {
        await pusher.trigger(roomChannel(room.id), 'heartbeat', { at: Date.now() });
      }
    }
  }, HEARTBEAT_MS);
}
