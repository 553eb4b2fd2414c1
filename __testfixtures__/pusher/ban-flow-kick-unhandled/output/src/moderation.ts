import { terminate } from './ban-flow';

export async function kickUser(userId: string): Promise<void> {
  try {
    await terminate(userId);
  } catch (err) {
    console.error('terminating the user failed:', userId, String(err));
    throw err;
  }
}
