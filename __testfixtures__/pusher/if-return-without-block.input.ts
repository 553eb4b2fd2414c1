import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function invite(userId: string, guest: boolean): Promise<unknown> {
  if (guest) return pusher.trigger('guests', 'invited', { userId });
  return pusher.sendToUser(userId, 'invited', {});
}
