import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

const deadline = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export async function publishQuickly(channel: string, data: object): Promise<void> {
  try {
    await Promise.race([pusher.trigger(channel, 'update', data), deadline(500)]);
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    }
    throw err;
  }
}
