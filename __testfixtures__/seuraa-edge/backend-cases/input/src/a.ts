import express from "express";
import type { Client } from "@seuraa/edge/backend";
import pRetry from "p-retry";

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export async function silent(edge: Client, data: unknown) {
  for (let n = 0; n < 3; n++) {
    try {
      await edge.channels.publish("private:a", "b", data);
      break;
    } catch {}
  }
}

export async function viaLib(edge: Client, data: unknown) {
  try {
    await pRetry(() => edge.channels.publish("private:a", "order.created", data), { retries: 3 });
  } catch (err) {
    console.error("failed", err);
  }
}

export async function withParam(edge: Client, eventId: string, data: unknown) {
  let left = 3;
  while (left-- > 0) {
    try {
      await edge.channels.publish("private:a", "b", data, {});
      return;
    } catch (err) {
      await sleep(100);
    }
  }
}

export async function statusTested(edge: Client, id: string, data: unknown) {
  for (let n = 0; n < 3; n++) {
    try {
      await edge.channels.publish("private:a", "b", data, { clientEventId: id });
      return;
    } catch (err) {
      if (!String(err).includes("status 503")) throw err;
      await sleep(100);
    }
  }
}

export async function idNoStatus(edge: Client, id: string, data: unknown) {
  for (let n = 0; n < 3; n++) {
    try {
      await edge.channels.publish("private:a", "b", data, { clientEventId: id });
      return;
    } catch (err) {
      if (n === 2) throw err;
      await sleep(100);
    }
  }
}

export async function perItem(edge: Client, users: string[]) {
  for (const user of users) {
    try {
      await edge.channels.publish(`private:${user}`, "b", {});
    } catch (err) {
      console.error(err);
    }
  }
}

export async function rec(edge: Client, data: unknown, left = 3): Promise<void> {
  try {
    await edge.channels.publish("private:a", "b", data);
  } catch (err) {
    if (left > 0) return rec(edge, data, left - 1);
    throw err;
  }
}

export function routes(edge: Client) {
  const app = express();
  app.get("/who", async (req, res) => {
    try {
      const presence = await edge.channels.presence("presence:a");
      res.json(presence);
    } catch (err) {
      res.status(500).json({ error: err instanceof Error ? err.message : "unknown" });
    }
  });
  app.post("/pub", async (req, res) => {
    try {
      await edge.channels.publish("private:a", "b", req.body);
      res.sendStatus(202);
    } catch (err: any) {
      if (err.message.includes("429")) {
        res.sendStatus(429);
        return;
      }
      if (err.status >= 500) console.error("down");
      res.status(500).send(`Publish failed: ${err.message}`);
    }
  });
  app.post("/logout", async (req, res) => {
    try {
      await edge.auth.revoke(req.body.tokenId, { ttlSeconds: 60 });
    } catch (err) {
      console.error("revoke failed", err);
    }
    res.sendStatus(204);
  });
  app.post("/logout-empty", async (req, res) => {
    try {
      await edge.auth.revoke(req.body.tokenId, { ttlSeconds: 60 });
    } catch {}
    res.sendStatus(204);
  });
  app.post("/logout-floating", async (req, res) => {
    edge.auth.revoke(req.body.tokenId, { ttlSeconds: 60 }).catch(() => {});
    res.sendStatus(204);
  });
  return app;
}

export async function fan(edge: Client, users: string[]) {
  await Promise.all(users.map((user) => edge.channels.publish(`private:${user}`, "news.posted", {})));
}
export async function fanCaught(edge: Client, users: string[]) {
  try {
    await Promise.all(users.map(async (user) => {
      await edge.channels.publish(`private:${user}`, "news.posted", {});
    }));
  } catch (err) {
    console.error("some failed", err);
  }
}
export function fanReturned(edge: Client, users: string[]) {
  return Promise.all(users.map((user) => edge.channels.publish(`private:${user}`, "news.posted", {})));
}
