import Fastify from 'fastify';
import superagent from 'superagent';

export const app = Fastify();

app.get<{ Params: { id: string } }>('/books/:id', async (request) => {
  try {
    const res = await superagent.get(`http://books:3000/${request.params.id}`);
    return res.body;
  } catch (err) {
    const { status, code, message } = err as {
      status?: number;
      code?: string;
      message?: string;
    };
    console.error('superagent.get failed:', { status, code, message });
    throw err;
  }
});
