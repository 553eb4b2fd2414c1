const express = require('express');
const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);
const router = express.Router();

router.put('/lights/:id', async (req, res, next) => {
  if (!req.body) return next();
  try {
    await pusher.trigger(`light-${req.params.id}`, 'set', { on: req.body.on });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    return next(err);
  }
  res.sendStatus(204);
});

module.exports = router;
