import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function openAndClose(room: string): Promise<unknown>[] {
  return [pusher.trigger(room, 'open', {}), pusher.trigger(room, 'close', {})];
}
