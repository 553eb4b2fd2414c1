import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function closeRooms(roomIds: string[]): Promise<void> {
  for (const roomId of roomIds) await pusher.trigger(`room-${roomId}`, 'closed', {});
}
