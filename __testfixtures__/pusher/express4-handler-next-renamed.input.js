const { Router } = require('express');
const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);
const router = Router();

router.use(async (request, response, done) => {
  await pusher.trigger('traffic', 'request', { path: request.path });
  done();
});

module.exports = { router };
