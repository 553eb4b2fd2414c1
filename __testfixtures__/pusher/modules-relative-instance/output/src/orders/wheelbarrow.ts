import { pusher } from './pusher';

export async function push(): Promise<void> {
  await pusher.trigger('flour');
}
