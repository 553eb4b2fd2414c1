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
  try {
    await retry(() => pusher.trigger(channel, 'update', data), 3);
  } catch (error) {
    if (error instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', error.status, error.message);
    } else {
      console.error('pusher.trigger failed:', String(error).split('?')[0]);
    }
    throw error;
  }
}
