import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function withSpinner(stop: () => void): void {
  pusher.trigger('spinner', 'tick', {}).finally(stop);
}
