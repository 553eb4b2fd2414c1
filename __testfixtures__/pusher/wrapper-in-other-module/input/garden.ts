import { notify } from './lib/notify';

export function sprinklerOn(zone: string): void {
  notify('garden', 'sprinkler', { zone });
}

export async function mow(): Promise<void> {
  await notify('garden', 'mow');
}

export async function water(): Promise<void> {
  try {
    await notify('garden', 'water');
  } catch (error) {
    console.error('not watered');
  }
}
