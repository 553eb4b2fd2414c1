import Fastify from "fastify";
import { Client } from "@seuraa/edge/backend";

export function build(edge: Client) {
  const app = Fastify({ logger: true });
  app.post("/logout", async (request, reply) => {
    const { tokenId } = request.body as { tokenId: string };
    edge.auth.revoke(tokenId, { ttlSeconds: 60 });
    return reply.code(204).send();
  });
  app.post("/notify", async (request, reply) => {
    try {
      await edge.channels.publish("private:a", "b", request.body, { clientEventId: request.id });
    } catch (err: any) {
      if (err.statusCode === 429 || err.status === 503) return reply.code(503).send({ error: err.message });
      switch (err.code) {
        case 401:
          app.log.error("credentials");
      }
      throw err;
    }
    return reply.send({ ok: true });
  });
  return app;
}
export async function withBackoff<T>(fn: () => Promise<T>): Promise<T> {
  for (let n = 0; ; n++) {
    try {
      return await fn();
    } catch (err) {
      if (n > 3) throw err;
    }
  }
}
export const tell = (edge: Client, data: unknown) => withBackoff(() => edge.channels.publish("private:a", "b", data));
