import Fastify from 'fastify';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);
export const app = Fastify({ logger: true });

app.post<{ Params: { id: string } }>('/doors/:id/open', async (request, reply) => {
  try {
    await pusher.trigger(`door-${request.params.id}`, 'open', {});
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
  return reply.code(204).send();
});
