import { Hono } from 'hono';
import { pusher } from '../pusher';
import { isBlocked } from '../ban-flow';

const app = new Hono();

app.post('/pusher/user-auth', async (c) => {
  const body = await c.req.parseBody();
  if (await isBlocked(c.get('userId'))) return c.json({ error: 'Forbidden' }, 403);
  return c.json(pusher.authenticateUser(String(body.socket_id), { id: c.get('userId') }));
});

export default app;
