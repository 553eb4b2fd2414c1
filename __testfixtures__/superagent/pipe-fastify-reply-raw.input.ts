import type { FastifyReply } from 'fastify';
import superagent from 'superagent';

export async function streamReport(url: string, reply: FastifyReply): Promise<void> {
  reply.hijack();
  superagent.get(url).pipe(reply.raw);
}
