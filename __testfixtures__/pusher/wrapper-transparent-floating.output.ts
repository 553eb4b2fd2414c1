import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

function send(userId: string, event: string) {
  return pusher.sendToUser(userId, event, { at: Date.now() });
}

export function greet(userId: string): void {
  (async () => send(userId, 'hello'))().catch((err: unknown) => {
    if (err instanceof Pusher.RequestError) {
      console.error('send failed:', err.status, err.message);
    } else {
      console.error('send failed:', String(err).split('?')[0]);
    }
  });
}
