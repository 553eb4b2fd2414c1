import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function inviteAll(userIds: string[], eventId: string): void {
  userIds.forEach((userId) => {
    pusher.sendToUser(userId, 'invited', { eventId });
  });
}
