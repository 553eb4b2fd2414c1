import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function cursor(x: number, y: number): void {
  pusher.trigger('cursors', 'move', { x, y }).catch((err: Error) => {
    console.error('cursor not sent', err.name);
  });
}
