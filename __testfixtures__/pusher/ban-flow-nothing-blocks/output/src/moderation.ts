import { db } from './db';
import { block, terminate } from './ban-flow';

export async function suspendUser(userId: string): Promise<void> {
  try {
    await block(userId);
    await terminate(userId);
  } catch (err) {
    console.error('still connected:', (err as Error).name);
    throw err;
  }
  console.log('suspended', userId);
}
