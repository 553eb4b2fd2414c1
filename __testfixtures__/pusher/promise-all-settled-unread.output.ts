import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function goodbye(userIds: string[]): Promise<void> {
  await Promise.allSettled(userIds.map((id) => pusher.sendToUser(id, 'goodbye', {}).catch((err: unknown) => {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.sendToUser failed:', err.status, err.message);
    } else {
      console.error('pusher.sendToUser failed:', String(err).split('?')[0]);
    }
  })));
}
