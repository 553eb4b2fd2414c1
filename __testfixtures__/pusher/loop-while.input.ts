import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

type Event = { channel: string; name: string; data: unknown };

export async function drain(queue: Event[]): Promise<void> {
  while (queue.length > 0) {
    const batch = queue.splice(0, 10);
    await pusher.triggerBatch(batch);
  }
}
