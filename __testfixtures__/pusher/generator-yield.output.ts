import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function* saga(userId: string): Generator<Promise<unknown>, void, unknown> {
  try {
    yield pusher.sendToUser(userId, 'saga-started', {});
    yield pusher.sendToUser(userId, 'saga-finished', {});
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.sendToUser failed:', err.status, err.message);
    } else {
      console.error('pusher.sendToUser failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
