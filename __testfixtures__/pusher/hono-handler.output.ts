import { Hono } from 'hono';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);
const app = new Hono();

app.post('/reactions/:postId', async (c) => {
  const { emoji } = await c.req.json();
  try {
    await pusher.trigger(`post-${c.req.param('postId')}`, 'reaction', { emoji });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
  return c.body(null, 204);
});

export default app;
