import type { FastifyInstance } from 'fastify';
import { pusher } from '../pusher';

export async function authRoutes(fastify: FastifyInstance) {
  fastify.post('/pusher/auth', async (request) => {
    const { socket_id, channel_name } = request.body as Record<string, string>;
    return pusher.authorizeChannel(socket_id, channel_name, { user_id: request.user.id });
  });
  fastify.post('/pusher/user-auth', (request, reply) => {
    const { socket_id } = request.body as Record<string, string>;
    reply.send(pusher.authenticateUser(socket_id, { id: request.user.id }));
  });
}
