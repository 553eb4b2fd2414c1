import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function countDown(from: 3 | 2 | 1 | 0 = 0): Promise<void> {
  try {
    await pusher.trigger('launch', 'count', { from });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
  if (from === 3) await countDown(2);
  if (from === 2) await countDown(1);
}
