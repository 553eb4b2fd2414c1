import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function inviteAll(userIds: string[], eventId: string): void {
  userIds.forEach((userId) => {
    (async () => {
      await pusher.sendToUser(userId, 'invited', { eventId });
    })().catch((err: unknown) => {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.sendToUser failed:', err.status, err.message);
      } else {
        console.error('pusher.sendToUser failed:', String(err).split('?')[0]);
      }
    });
  });
}
