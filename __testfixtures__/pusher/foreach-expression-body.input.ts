import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function muteAll(userIds: string[]): void {
  userIds.forEach((userId) => pusher.sendToUser(userId, 'muted', {}));
}
