const express = require('express');
const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);
const router = express.Router();

router.put('/lights/:id', async (req, res, next) => {
  if (!req.body) return next();
  await pusher.trigger(`light-${req.params.id}`, 'set', { on: req.body.on });
  res.sendStatus(204);
});

module.exports = router;
