import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function remind(userIds: string[]): Promise<number> {
  const results = await Promise.allSettled(userIds.map((id) => pusher.sendToUser(id, 'remind', {}).catch((err: unknown) => {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.sendToUser failed:', err.status, err.message);
    } else {
      console.error('pusher.sendToUser failed:', String(err).split('?')[0]);
    }
  })));
  return userIds.length;
}
