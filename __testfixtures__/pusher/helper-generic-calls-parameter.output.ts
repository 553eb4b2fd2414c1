import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

async function timed<T>(label: string, task: () => Promise<T>): Promise<T> {
  const start = Date.now();
  const result = await task();
  console.log(label, Date.now() - start);
  return result;
}

export async function publishScore(score: number): Promise<void> {
  try {
    await timed('publish', () => pusher.trigger('scores', 'changed', { score }));
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
  await timed('wait', () => Promise.resolve());
}
