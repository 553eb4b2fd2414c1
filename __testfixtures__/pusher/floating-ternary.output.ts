import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function toggleHand(userId: string, raised: boolean): void {
  raised
    ? (async () => pusher.trigger('classroom', 'hand-raised', { userId }))().catch((err) => {
      if (err instanceof Pusher) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
    })
    : (async () => pusher.trigger('classroom', 'hand-lowered', { userId }))().catch((err) => {
      if (err instanceof Pusher) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
    });
}
