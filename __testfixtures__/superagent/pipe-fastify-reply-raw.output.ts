import type { FastifyReply } from 'fastify';
import superagent from 'superagent';

export async function streamReport(url: string, reply: FastifyReply): Promise<void> {
  reply.hijack();
  const upstream = superagent.get(url);
  const fail = (err: Error) => {
    upstream.abort();
    if (reply.raw.destroyed || reply.raw.writableEnded) return;
    console.error('superagent.get failed:', err.message);
    if (reply.raw.headersSent) reply.raw.destroy(err);
    else {
      reply.raw.statusCode = 502;
      reply.raw.end();
    }
  };
  upstream.on('error', fail);
  upstream.on('response', (res) => {
    res.on('error', fail);
    if (!res.ok) fail(new Error(`HTTP ${res.status}`));
  });
  reply.raw.on('error', fail);
  reply.raw.on('end', () => fail(new Error('truncated body')));
  reply.raw.on('close', () => upstream.abort());
  upstream.pipe(reply.raw);
}
