import { db } from './db';
import { terminate } from './ban-flow';

export async function signOutEverywhere(userId: string): Promise<void> {
  await db.session.deleteMany({ where: { userId } });
  try {
    await terminate(userId);
  } catch (err) {
    console.error('still connected:', (err as Error).name);
    throw err;
  }
}
