import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function* saga(userId: string): Generator<Promise<unknown>, void, unknown> {
  yield pusher.sendToUser(userId, 'saga-started', {});
  yield pusher.sendToUser(userId, 'saga-finished', {});
}
