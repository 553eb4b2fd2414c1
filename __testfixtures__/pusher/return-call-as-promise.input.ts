import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function send(userId: string): Promise<any> {
  return pusher.sendToUser(userId, 'ping', {}) as Promise<any>;
}
