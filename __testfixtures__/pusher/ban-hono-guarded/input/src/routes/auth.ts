import { Hono } from 'hono';
import { pusher } from '../pusher';

const app = new Hono();

app.use(async (c, next) => {
  if (c.get('user').status === 'BANNED') return c.text('Forbidden', 403);
  await next();
});

app.post('/pusher/user-auth', async (c) => {
  const body = await c.req.parseBody();
  return c.json(pusher.authenticateUser(String(body.socket_id), { id: c.get('userId') }));
});

export default app;
