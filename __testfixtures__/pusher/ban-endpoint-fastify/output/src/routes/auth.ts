import type { FastifyInstance } from 'fastify';
import { pusher } from '../pusher';
import { isBlocked } from '../ban-flow';

export async function authRoutes(fastify: FastifyInstance) {
  fastify.post('/pusher/auth', async (request, reply) => {
    const { socket_id, channel_name } = request.body as Record<string, string>;
    if (await isBlocked(request.user.id)) return reply.code(403).send({ error: 'Forbidden' });
    return pusher.authorizeChannel(socket_id, channel_name, { user_id: request.user.id });
  });
  fastify.post('/pusher/user-auth', async (request, reply) => {
    const { socket_id } = request.body as Record<string, string>;
    if (await isBlocked(request.user.id)) return reply.code(403).send({ error: 'Forbidden' });
    reply.send(pusher.authenticateUser(socket_id, { id: request.user.id }));
    return reply;
  });
}
