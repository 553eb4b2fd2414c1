const Router = require('@koa/router');
const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);
const router = new Router();

router.post('/bookings', async (ctx) => {
  try {
    await pusher.trigger('bookings', 'created', { room: ctx.request.body.room });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
  ctx.status = 201;
});

module.exports = router;
