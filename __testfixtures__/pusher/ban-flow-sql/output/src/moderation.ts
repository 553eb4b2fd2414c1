import { sql } from './sql';
import { pusher } from './pusher';

export async function banUser(userId: string): Promise<void> {
  await sql`update users set banned_at = now() where id = ${userId}`;
  try {
    await pusher.terminateUserConnections(userId);
  } catch (err) {
    console.error('still connected:', (err as Error).name);
    throw err;
  }
}
