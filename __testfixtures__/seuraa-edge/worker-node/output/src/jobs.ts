import { randomUUID } from "node:crypto";
import { getEdge } from "./edge.js";
import { logger } from "./logger.js";
import { edgeFailures, edgeHttpStatus, edgeMayRepeat } from "./seuraa-errors.js";

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export async function notifyUser(userId: string, payload: unknown): Promise<void> {
  const clientEventId = randomUUID();
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      await getEdge().channels.publish(`private:user-${userId}`, "notification.created", payload, { clientEventId });
      return;
    } catch (error) {
      logger.warn(`publish failed, attempt ${attempt}`);
      if (!edgeMayRepeat(error)) break;
      await sleep(100);
    }
  }
}

export async function notifyWithId(userId: string, payload: unknown): Promise<void> {
  let tries = 0;
  const clientEventId = randomUUID();
  while (true) {
    try {
      await getEdge().channels.publish(`private:user-${userId}`, "notification.created", payload, { clientEventId });
      break;
    } catch (error) {
      if (!edgeMayRepeat(error)) throw error;
      if (++tries > 3) throw error;
      await sleep(2 ** tries * 100);
    }
  }
}

export async function broadcast(userIds: string[], news: { id: string }): Promise<void> {
  const results = await Promise.allSettled(userIds.map((id) => getEdge().channels.publish(`private:user-${id}`, "news.posted", news)));
  const failures = edgeFailures(results);
  if (failures.length > 0) {
    throw new Error(`news.posted was not delivered to ${failures.length} of ${results.length}: ${failures.join(", ")}`);
  }
}

export async function whoIsThere(room: string): Promise<number> {
  try {
    const { count } = await getEdge().channels.presence(`presence:${room}`);
    return count;
  } catch (error) {
    logger.error(`edge.channels.presence failed: ${edgeHttpStatus(error) ?? String(error)}`);
    throw error;
  }
}
