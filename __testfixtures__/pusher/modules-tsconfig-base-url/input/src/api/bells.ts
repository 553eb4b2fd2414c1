import { pusher } from 'lib/pusher';

export function ringBell(door: string): void {
  pusher.trigger('bells', 'ring', { door });
}
