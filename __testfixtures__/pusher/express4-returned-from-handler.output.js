const express = require('express');
const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);
const app = express();

app.post('/notes', (req, res, next) => {
  return pusher.trigger('notes', 'added', { text: req.body.text }).then(() => res.sendStatus(201)).catch((err) => {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    }
    next(err);
  });
});

module.exports = app;
