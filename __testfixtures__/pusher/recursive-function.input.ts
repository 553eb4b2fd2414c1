import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function countDown(from: 3 | 2 | 1 | 0 = 0): Promise<void> {
  await pusher.trigger('launch', 'count', { from });
  if (from === 3) await countDown(2);
  if (from === 2) await countDown(1);
}
