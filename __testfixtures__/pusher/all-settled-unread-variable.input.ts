import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function remind(userIds: string[]): Promise<number> {
  const results = await Promise.allSettled(userIds.map((id) => pusher.sendToUser(id, 'remind', {})));
  return userIds.length;
}
