import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function publish(event: string): Promise<void> {
  const at = Date.now();
  await pusher.trigger('news', event, { at });
}
