import Pusher from 'pusher';

let pusher: Pusher | undefined;

export function init(url: string): void {
  pusher = Pusher.forURL(url);
}

export function ping(): void {
  pusher?.trigger('health', 'ping', { at: Date.now() });
}
