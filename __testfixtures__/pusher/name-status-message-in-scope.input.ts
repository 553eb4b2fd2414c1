import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function setStatus(userId: string, status: string, message: string, name: string) {
  await pusher.trigger('statuses', 'changed', { userId, status, message, name });
  return { status, message, name };
}
