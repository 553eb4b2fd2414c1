import Router from '@koa/router';
import { pusher } from '../pusher';

export const router = new Router();

router.post('/pusher/auth', async (ctx) => {
  ctx.assert(!ctx.state.user.suspended, 403);
  ctx.body = pusher.authorizeChannel(ctx.request.body.socket_id, ctx.request.body.channel_name);
});
