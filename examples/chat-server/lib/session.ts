import { db, type User } from './db';

export async function userFromToken(token: string | null | undefined): Promise<User | null> {
  if (!token) return null;
  const user = await db.users.find(token.replace(/^Bearer /, ''));
  return user && !user.bannedAt ? user : null;
}
