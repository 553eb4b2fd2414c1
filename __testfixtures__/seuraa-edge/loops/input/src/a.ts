import { Client } from "@seuraa/edge/backend";
import { logger } from "./logger";

const edge = new Client({ appKey: "k", appSecret: "s" });

export async function loopWithReturnFalse(data: unknown): Promise<boolean> {
  for (let i = 0; i < 3; i++) {
    try {
      await edge.channels.publish("a", "b", data);
      return true;
    } catch (error) {
      logger.warn("again");
      if (i === 2) return false;
    }
  }
  return false;
}

export async function doWhile(data: unknown) {
  let done = false;
  do {
    try {
      await edge.channels.publish("a", "b", data, { clientEventId: `x-${Date.now()}` });
      done = true;
    } catch (error) {
      logger.error(`failed ${String(error)}`);
    }
  } while (!done);
}

export async function nested(users: string[]) {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      for (const user of users) await edge.channels.publish(`private:${user}`, "b", {});
      break;
    } catch (error) {
      logger.error("x");
    }
  }
}

export async function poll() {
  while (true) {
    try {
      const { count } = await edge.channels.presence("presence:x");
      logger.info(String(count));
    } catch (error) {
      logger.error("presence");
    }
    await new Promise((r) => setTimeout(r, 1000));
  }
}

export async function pump(queue: { take(): Promise<unknown> }) {
  while (true) {
    const item = await queue.take();
    try {
      await edge.channels.publish("a", "b", item);
    } catch (error) {
      logger.error("lost");
    }
  }
}

export async function overIndex(items: string[]) {
  for (let i = 0; i < items.length; i++) {
    try {
      await edge.channels.publish("a", "b", items[i]);
    } catch (error) {
      logger.error("lost");
    }
  }
}

export async function heartbeat(isClosed: () => boolean) {
  while (true) {
    if (isClosed()) return;
    try {
      await edge.channels.publish("a", "beat", {});
    } catch (error) {
      logger.error("beat lost");
    }
    await new Promise((r) => setTimeout(r, 1000));
  }
}

export async function returned(data: { ids: string[] }) {
  for (let n = 0; n < 3; n++) {
    try {
      return await edge.channels.publish("a", "b", { ids: data.ids.map((id) => id.trim()) });
    } catch (error) {
      logger.error("again");
    }
  }
  throw new Error("not published");
}
