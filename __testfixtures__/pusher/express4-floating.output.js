const express = require('express');
const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);
const app = express();

app.post('/clicks', (req, res) => {
  (async () => {
    await pusher.trigger('clicks', 'click', { x: req.body.x, y: req.body.y });
  })().catch((err) => {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
  });
  res.sendStatus(202);
});

module.exports = app;
