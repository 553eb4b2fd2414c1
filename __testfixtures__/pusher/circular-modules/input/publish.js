import { pusher } from './a.js';

export async function publish(event) {
  await pusher.trigger('loop', event, {});
}
