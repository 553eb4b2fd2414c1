import Fastify from 'fastify';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);
export const app = Fastify({ logger: true });

app.post<{ Params: { id: string } }>('/doors/:id/open', async (request, reply) => {
  await pusher.trigger(`door-${request.params.id}`, 'open', {});
  return reply.code(204).send();
});
