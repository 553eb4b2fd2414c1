import Router from '@koa/router';
import { pusher } from '../pusher';
import { isBlocked } from '../ban-flow';

export const router = new Router();

router.post('/pusher/auth', async (ctx) => {
  const { socket_id: socketId, channel_name: channel } = ctx.request.body;
  if (await isBlocked(ctx.state.user.id)) {
    ctx.status = 403;
    return;
  }
  ctx.body = pusher.authorizeChannel(socketId, channel, { user_id: ctx.state.user.id });
});

router.post('/pusher/user-auth', async (ctx) => {
  if (await isBlocked(String(ctx.state.user.id))) {
    ctx.status = 403;
    return;
  }
  ctx.body = pusher.authenticateUser(ctx.request.body.socket_id, { id: String(ctx.state.user.id), user_info: {} });
});
