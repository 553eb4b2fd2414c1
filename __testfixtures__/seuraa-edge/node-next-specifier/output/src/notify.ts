import { Client } from "@seuraa/edge/backend";
import { pino } from "pino";
import { edgeHttpStatus, edgeMayRepeat } from "./seuraa-errors.js";

const log = pino();
const edge = new Client({ appKey: process.env.EDGE_KEY!, appSecret: process.env.EDGE_SECRET! });

export async function publishWithRetry(channel: string, event: string, data: unknown): Promise<void> {
  const clientEventId = crypto.randomUUID();
  for (let attempt = 1; attempt <= 5; attempt++) {
    try {
      await edge.channels.publish(channel, event, data, { clientEventId });
      return;
    } catch (err) {
      log.warn({ attempt }, "publish failed, trying again");
      if (!edgeMayRepeat(err)) break;
      await new Promise((r) => setTimeout(r, attempt * 100));
    }
  }
}

export const notifyAll = (ids: string[], text: string) => {
  ids.forEach(async (id) => {
    try {
      await edge.channels.publish(`private:user-${id}`, "note", { text });
    } catch (err) {
      log.error(`edge.channels.publish failed: ${edgeHttpStatus(err) ?? String(err)}`);
    }
  });
};

export async function signOut(tokenId: string): Promise<void> {
  try {
    await edge.auth.revoke(tokenId, { ttlSeconds: 60 });
  } catch (err) {
    log.error(`edge.auth.revoke failed, the token still works: ${edgeHttpStatus(err) ?? String(err)}`);
    // ignore
  }
}

setInterval(async () => {
  try {
    const { count } = await edge.channels.presence("presence:lobby");
    log.info({ count }, "online");
  } catch (err) {
    log.error(`edge.channels.presence or the code around it failed: ${edgeHttpStatus(err) ?? String(err)}`);
  }
}, 10_000);
