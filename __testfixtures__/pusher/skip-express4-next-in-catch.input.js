const express = require('express');
const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);
const router = express.Router();

router.post('/stars', async (req, res, next) => {
  try {
    await pusher.trigger('stars', 'star', { by: req.body.by });
    res.sendStatus(204);
  } catch (err) {
    next(err);
  }
});

router.post('/moons', (req, res, next) => {
  pusher
    .trigger('moons', 'moon', {})
    .then(() => res.sendStatus(204))
    .catch(next);
});

module.exports = router;
