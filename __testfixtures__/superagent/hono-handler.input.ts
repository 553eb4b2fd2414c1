import { Hono } from 'hono';
import superagent from 'superagent';

export const app = new Hono();

app.get('/quotes', async (c) => {
  const res = await superagent.get('http://quotes:4000/random');
  return c.json(res.body);
});
