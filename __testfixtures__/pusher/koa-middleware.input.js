const Router = require('@koa/router');
const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);
const router = new Router();

router.post('/bookings', async (ctx) => {
  await pusher.trigger('bookings', 'created', { room: ctx.request.body.room });
  ctx.status = 201;
});

module.exports = router;
