import { terminate } from '../lib/ban-flow';

export async function kick(userId: string): Promise<void> {
  try {
    await terminate(userId);
  } catch (err) {
    console.error('terminating the user failed:', userId, String(err));
    throw err;
  }
}
