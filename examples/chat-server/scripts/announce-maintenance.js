import { db } from '../lib/db';
import { pusher } from '../lib/pusher';

const minutes = Number(process.argv[2] ?? 15);

db.rooms
  .all()
  .then((rooms) => rooms.map((room) => `presence-room-${room.id}`))
  .then((channels) => pusher.trigger(channels, 'maintenance', { minutes }))
  .then(() => console.log('announced'))
  .catch((err) => {
    console.error('announcement failed:', err.name, err.status);
    process.exitCode = 1;
  });
