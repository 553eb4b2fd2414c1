import { Hono } from "hono";
import { Client } from "@seuraa/edge/backend";

const edge = new Client({ appKey: process.env.K!, appSecret: process.env.S! });
const app = new Hono();

app.post("/token", async (c) => {
  const body = await c.req.json();
  return c.json(edge.auth.signIn({ channel: body.channel, permissions: ["subscribe"], userId: "u" }));
});

app.delete("/session/:id", async (c) => {
  try {
    await edge.auth.revoke(c.req.param("id"), { ttlSeconds: 3600 });
  } catch (e) {
    console.error(e);
  }
  return c.json({ ok: true });
});

app.get("/presence/:room", async (c) => {
  const presence = await edge.channels.presence(`presence:${c.req.param("room")}`);
  return c.json(presence);
});

app.post("/broadcast", async (c) => {
  const { users, text } = await c.req.json();
  const results = await Promise.all(users.map((u: string) => edge.channels.publish(`private:${u}`, "broadcast", { text })));
  return c.json({ sent: results.length });
});
export default app;
