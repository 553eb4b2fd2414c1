import Router from '@koa/router';
import { pusher } from '../pusher';

export const router = new Router();

router.post('/pusher/auth', async (ctx) => {
  ctx.body = pusher.authorizeChannel(ctx.request.body.socket_id, ctx.request.body.channel_name);
});
