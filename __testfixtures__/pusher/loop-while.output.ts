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
          'pusher.triggerBatch failed for the whole batch:',
          err.status,
          err.message,
        );
      } else {
        console.error(
          'pusher.triggerBatch failed for the whole batch:',
          String(err).split('?')[0],
        );
      }
      throw err;
    }
  }
}
