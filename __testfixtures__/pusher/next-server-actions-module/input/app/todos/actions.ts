'use server';

import { pusher } from '../../lib/pusher';

export async function toggle(id: string, done: boolean) {
  await pusher.trigger('todos', 'toggled', { id, done });
}
