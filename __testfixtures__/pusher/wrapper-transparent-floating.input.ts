import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

function send(userId: string, event: string) {
  return pusher.sendToUser(userId, event, { at: Date.now() });
}

export function greet(userId: string): void {
  send(userId, 'hello');
}
