import Fastify from 'fastify';
import superagent from 'superagent';

export const app = Fastify();

app.get<{ Params: { id: string } }>('/books/:id', async (request) => {
  const res = await superagent.get(`http://books:3000/${request.params.id}`);
  return res.body;
});
