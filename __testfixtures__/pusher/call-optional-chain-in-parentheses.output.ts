import Pusher from 'pusher';

const pusher = process.env.PUSHER_URL ? Pusher.forURL(process.env.PUSHER_URL) : undefined;

export function tell(room: string): Promise<unknown> {
  return (pusher?.trigger(room, 'told', {}).catch((err: unknown) => {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }))!;
}
