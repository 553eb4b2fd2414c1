'use server';

import Pusher from 'pusher';
import { pusher } from '../../lib/pusher';

export async function toggle(id: string, done: boolean) {
  try {
    await pusher.trigger('todos', 'toggled', { id, done });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
