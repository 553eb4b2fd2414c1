import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function ping(host: string): void {
  (async () => pusher.trigger('hosts', 'ping', { host }))().catch((err) =>
    console.error('pusher.trigger failed:', err.name, err.status),
  );
}
