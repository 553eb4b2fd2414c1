import { Hono } from 'hono';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);
const app = new Hono();

app.post('/reactions/:postId', async (c) => {
  const { emoji } = await c.req.json();
  await pusher.trigger(`post-${c.req.param('postId')}`, 'reaction', { emoji });
  return c.body(null, 204);
});

export default app;
