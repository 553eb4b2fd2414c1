import { Hono } from 'hono';
import superagent from 'superagent';

export const app = new Hono();

app.get('/quotes', async (c) => {
  try {
    const res = await superagent.get('http://quotes:4000/random');
    return c.json(res.body);
  } catch (err) {
    const { status, code, message } = err as {
      status?: number;
      code?: string;
      message?: string;
    };
    console.error(
      'superagent.get or the code around it failed:',
      { status, code, message },
    );
    throw err;
  }
});
