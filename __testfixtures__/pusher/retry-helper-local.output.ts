import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

async function retry<T>(task: () => Promise<T>, times: number): Promise<T> {
  let last: unknown;
  for (let attempt = 0; attempt < times; attempt += 1) {
    try {
      return await task();
    } catch (error) {
      last = error;
    }
  }
  throw last;
}

export async function publishReliably(channel: string, data: object): Promise<void> {
  await retry(() => pusher.trigger(channel, 'update', data), 3);
}
