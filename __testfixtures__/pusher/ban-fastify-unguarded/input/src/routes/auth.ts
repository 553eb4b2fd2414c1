import type { FastifyInstance } from 'fastify';
import { pusher } from '../pusher';

export async function authRoutes(fastify: FastifyInstance) {
  fastify.post('/pusher/auth', async (request, reply) => {
    const { socket_id, channel_name } = request.body as Record<string, string>;
    return pusher.authorizeChannel(socket_id, channel_name);
  });
}
