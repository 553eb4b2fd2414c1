import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function toggleHand(userId: string, raised: boolean): void {
  raised
    ? (async () => {
      await pusher.trigger('classroom', 'hand-raised', { userId });
    })().catch((err: unknown) => {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
    })
    : (async () => {
      await pusher.trigger('classroom', 'hand-lowered', { userId });
    })().catch((err: unknown) => {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
    });
}
