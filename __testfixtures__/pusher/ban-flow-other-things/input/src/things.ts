import { db } from './db';
import { pusher } from './pusher';

export async function deactivateLicense(userId: string): Promise<void> {
  await db.license.update({ where: { userId }, data: { active: false } });
  await disconnect(userId);
}

export async function revokeApiKey(userId: string, keyId: string): Promise<void> {
  await db.apiKey.delete({ where: { id: keyId } });
  try {
    await pusher.terminateUserConnections(userId);
  } catch (err) {
    console.error('terminate failed:', (err as Error).name);
  }
}

export async function blockUser(me: string, other: string): Promise<void> {
  await db.block.create({ data: { blockerId: me, blockedId: other } });
  try {
    await pusher.terminateUserConnections(other);
  } catch (err) {
    console.error('terminate failed:', (err as Error).name);
  }
}

async function disconnect(userId: string): Promise<void> {
  try {
    await pusher.terminateUserConnections(userId);
  } catch (err) {
    console.error('terminate failed:', (err as Error).name);
  }
}
