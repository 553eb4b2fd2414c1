import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);
let lastStatus: number | undefined;

export async function cachedStatus(): Promise<number> {
  try {
    lastStatus = lastStatus ?? (await pusher.get({ path: '/channels' })).status;
  } catch (err) {
    if (err instanceof Pusher.RequestError && err.status === 400) {
      console.error(
        'pusher.get was refused, the path or its parameters are wrong:',
        err.message,
      );
    } else if (err instanceof Pusher.RequestError) {
      console.error('pusher.get failed:', err.status, err.message);
    } else {
      console.error('pusher.get failed:', String(err).split('?')[0]);
    }
    throw err;
  }
  return lastStatus;
}
