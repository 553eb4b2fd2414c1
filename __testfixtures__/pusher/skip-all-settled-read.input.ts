import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function notifyMany(userIds: string[]): Promise<number> {
  const results = await Promise.allSettled(userIds.map((id) => pusher.sendToUser(id, 'news', {})));
  const failed = results.filter((result) => result.status === 'rejected').length;
  if (failed > 0) console.warn(`${failed} users were not told`);
  return userIds.length - failed;
}
