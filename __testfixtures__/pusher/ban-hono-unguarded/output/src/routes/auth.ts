import { Hono } from 'hono';
import { pusher } from '../pusher';

const app = new Hono();

app.post('/pusher/user-auth', async (c) => {
  const body = await c.req.parseBody();
  return c.json(pusher.authenticateUser(String(body.socket_id), { id: c.get('userId') }));
});

export default app;
