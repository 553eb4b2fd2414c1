import { db } from '../lib/db';
import { pusher } from '../lib/pusher';

const DAY = 24 * 60 * 60 * 1000;
const BATCH_SIZE = 10;

async function sendDigest() {
  const messages = await db.messages.since(new Date(Date.now() - DAY));
  const rooms = await db.rooms.all();

  const events = rooms.map((room) => ({
    channel: `presence-room-${room.id}`,
    name: 'digest',
    data: { count: messages.filter((message) => message.roomId === room.id).length },
  }));

  for (let i = 0; i < events.length; i += BATCH_SIZE) {
    await pusher.triggerBatch(events.slice(i, i + BATCH_SIZE));
  }
  console.log(`digest sent to ${rooms.length} rooms`);
}

sendDigest();
