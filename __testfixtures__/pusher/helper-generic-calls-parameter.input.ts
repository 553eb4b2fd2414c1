import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

async function timed<T>(label: string, task: () => Promise<T>): Promise<T> {
  const start = Date.now();
  const result = await task();
  console.log(label, Date.now() - start);
  return result;
}

export async function publishScore(score: number): Promise<void> {
  await timed('publish', () => pusher.trigger('scores', 'changed', { score }));
  await timed('wait', () => Promise.resolve());
}
