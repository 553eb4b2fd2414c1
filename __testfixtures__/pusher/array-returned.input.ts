import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function inviteAll(userIds: string[]): Promise<unknown>[] {
  return userIds.map((id) => pusher.sendToUser(id, 'invited', {}));
}
