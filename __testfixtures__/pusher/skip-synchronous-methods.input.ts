import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function authorize(socketId: string, channel: string, userId: string) {
  return pusher.authorizeChannel(socketId, channel, { user_id: userId });
}

export const authenticate = (socketId: string, id: string) =>
  pusher.authenticateUser(socketId, { id });

export function webhook(rawBody: string, headers: object) {
  return pusher.webhook({ rawBody, headers }).isValid();
}
