import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function closeRooms(roomIds: string[]): Promise<void> {
  for (const roomId of roomIds) {
    try {
      await pusher.trigger(`room-${roomId}`, 'closed', {});
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
      throw err;
    }
  }
}
