import { randomUUID } from "node:crypto";
import { getEdge } from "./edge.js";
import { logger } from "./logger.js";

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export async function notifyUser(userId: string, payload: unknown): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      await getEdge().channels.publish(`private:user-${userId}`, "notification.created", payload);
      return;
    } catch (error) {
      logger.warn(`publish failed, attempt ${attempt}`);
      await sleep(100);
    }
  }
}

export async function notifyWithId(userId: string, payload: unknown): Promise<void> {
  let tries = 0;
  while (true) {
    try {
      await getEdge().channels.publish(`private:user-${userId}`, "notification.created", payload, { clientEventId: randomUUID() });
      break;
    } catch (error) {
      if (++tries > 3) throw error;
      await sleep(2 ** tries * 100);
    }
  }
}

export async function broadcast(userIds: string[], news: { id: string }): Promise<void> {
  await Promise.all(userIds.map((id) => getEdge().channels.publish(`private:user-${id}`, "news.posted", news)));
}

export async function whoIsThere(room: string): Promise<number> {
  const { count } = await getEdge().channels.presence(`presence:${room}`);
  return count;
}
