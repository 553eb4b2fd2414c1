import { notify } from './lib/notify';
import Pusher from 'pusher';

export function sprinklerOn(zone: string): void {
  (async () => notify('garden', 'sprinkler', { zone }))().catch((error) => {
    if (error instanceof Pusher) {
      console.error('notify failed:', error.status, error.message);
    } else {
      console.error('notify failed:', String(error).split('?')[0]);
    }
  });
}

export async function mow(): Promise<void> {
  try {
    await notify('garden', 'mow');
  } catch (error) {
    if (error instanceof Pusher) {
      console.error('notify failed:', error.status, error.message);
    } else {
      console.error('notify failed:', String(error).split('?')[0]);
    }
    throw error;
  }
}

export async function water(): Promise<void> {
  try {
    await notify('garden', 'water');
  } catch (error) {
    console.error('not watered');
  }
}
