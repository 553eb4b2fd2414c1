import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

type Event = { channel: string; name: string; data: unknown };

export async function drain(queue: Event[]): Promise<void> {
  while (queue.length > 0) {
    const batch = queue.splice(0, 10);
    try {
      await pusher.triggerBatch(batch);
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error(
          'pusher.triggerBatch failed, no event of the batch was delivered:',
          err.status,
          err.message,
        );
      } else {
        console.error(
          'pusher.triggerBatch failed, no event of the batch was delivered:',
          String(err).split('?')[0],
        );
      }
      throw err;
    }
  }
}
