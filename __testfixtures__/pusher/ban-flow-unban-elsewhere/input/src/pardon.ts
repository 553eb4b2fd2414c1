import { db } from './db';
import { banUser } from './moderation';

export async function unbanUser(userId: string): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { banned: false } });
}

export const toggle = (userId: string, on: boolean) => (on ? banUser(userId) : unbanUser(userId));
