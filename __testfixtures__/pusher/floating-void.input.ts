import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function typing(roomId: string, userId: string): void {
  void pusher.trigger(`room-${roomId}`, 'typing', { userId });
}
