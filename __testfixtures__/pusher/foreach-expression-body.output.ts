import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function muteAll(userIds: string[]): void {
  userIds.forEach(async (userId) => {
    try {
      await pusher.sendToUser(userId, 'muted', {});
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.sendToUser failed:', err.status, err.message);
      } else {
        console.error('pusher.sendToUser failed:', String(err).split('?')[0]);
      }
    }
  });
}
