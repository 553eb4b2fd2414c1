import Router from '@koa/router';
import { pusher } from '../pusher';

export const router = new Router();

router.post('/pusher/auth', (ctx) => {
  const { socket_id: socketId, channel_name: channel } = ctx.request.body;
  ctx.body = pusher.authorizeChannel(socketId, channel, { user_id: ctx.state.user.id });
});

router.post('/pusher/user-auth', async (ctx) => {
  ctx.body = pusher.authenticateUser(ctx.request.body.socket_id, { id: String(ctx.state.user.id), user_info: {} });
});
