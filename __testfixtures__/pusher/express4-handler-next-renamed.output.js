const { Router } = require('express');
const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);
const router = Router();

router.use(async (request, response, done) => {
  try {
    await pusher.trigger('traffic', 'request', { path: request.path });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    return done(err);
  }
  done();
});

module.exports = { router };
