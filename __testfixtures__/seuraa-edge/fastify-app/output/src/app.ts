import Fastify from "fastify";
import { Client } from "@seuraa/edge/backend";
import { edgeHttpStatus } from "./seuraa-errors";

export function build(edge: Client) {
  const app = Fastify({ logger: true });
  app.post("/logout", async (request, reply) => {
    const { tokenId } = request.body as { tokenId: string };
    try {
      await edge.auth.revoke(tokenId, { ttlSeconds: 60 });
    } catch (err) {
      console.error("edge.auth.revoke failed, the token still works:", edgeHttpStatus(err) ?? String(err));
      return reply.code(503).send({ error: "the token could not be revoked" });
    }
    return reply.code(204).send();
  });
  app.post("/notify", async (request, reply) => {
    try {
      await edge.channels.publish("private:a", "b", request.body, { clientEventId: request.id });
    } catch (err: any) {
      if (edgeHttpStatus(err) === 429 || edgeHttpStatus(err) === 503) {
        console.error("edge.channels.publish failed:", edgeHttpStatus(err) ?? String(err));
        return reply.code(503).send({ error: "the event could not be published" });
      }
      switch (edgeHttpStatus(err)) {
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
export const tell = (edge: Client, data: unknown) => withBackoff(() => edge.channels.publish("private:a", "b", data)).catch((err: unknown) => {
  console.error("edge.channels.publish failed:", edgeHttpStatus(err) ?? String(err));
  throw err;
});
