import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function sessionExpired(userId: string): void {
  pusher.terminateUserConnections(userId);
}
