import { block, terminate } from './ban-flow';

export async function banUser(userId: string): Promise<void> {
  try {
    await block(userId);
    await terminate(userId);
  } catch (err) {
    console.error('ban flow failed:', userId, String(err));
    throw err;
  }
}
