import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function* saga(userId: string): Generator<Promise<unknown>, void, unknown> {
  yield pusher.sendToUser(userId, 'saga-started', {}).catch((err: unknown) => {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.sendToUser failed:', err.status, err.message);
    } else {
      console.error('pusher.sendToUser failed:', String(err).split('?')[0]);
    }
    throw err;
  });
  yield pusher.sendToUser(userId, 'saga-finished', {}).catch((err: unknown) => {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.sendToUser failed:', err.status, err.message);
    } else {
      console.error('pusher.sendToUser failed:', String(err).split('?')[0]);
    }
    throw err;
  });
}
