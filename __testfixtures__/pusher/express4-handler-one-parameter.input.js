const express = require('express');
const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);
const router = express.Router();

router.use(async function audit(req) {
  await pusher.trigger('audit', 'seen', { path: req.path });
});

module.exports = router;
