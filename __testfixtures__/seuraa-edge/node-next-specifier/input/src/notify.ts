import { Client } from "@seuraa/edge/backend";
import { pino } from "pino";

const log = pino();
const edge = new Client({ appKey: process.env.EDGE_KEY!, appSecret: process.env.EDGE_SECRET! });

export async function publishWithRetry(channel: string, event: string, data: unknown): Promise<void> {
  for (let attempt = 1; attempt <= 5; attempt++) {
    try {
      await edge.channels.publish(channel, event, data);
      return;
    } catch (err) {
      log.warn({ attempt }, "publish failed, trying again");
      await new Promise((r) => setTimeout(r, attempt * 100));
    }
  }
}

export const notifyAll = (ids: string[], text: string) => {
  ids.forEach(async (id) => {
    await edge.channels.publish(`private:user-${id}`, "note", { text });
  });
};

export async function signOut(tokenId: string): Promise<void> {
  try {
    await edge.auth.revoke(tokenId, { ttlSeconds: 60 });
  } catch {
    // ignore
  }
}

setInterval(async () => {
  const { count } = await edge.channels.presence("presence:lobby");
  log.info({ count }, "online");
}, 10_000);
