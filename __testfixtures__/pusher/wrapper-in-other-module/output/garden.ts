import Pusher from 'pusher';
import { notify } from './lib/notify';

export function sprinklerOn(zone: string): void {
  (async () => {
    await notify('garden', 'sprinkler', { zone });
  })().catch((error: unknown) => {
    if (error instanceof Pusher.RequestError) {
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
    if (error instanceof Pusher.RequestError) {
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
