import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function heartbeat(node: string): void {
  pusher.trigger('nodes', 'heartbeat', { node }).catch(() => {});
}
