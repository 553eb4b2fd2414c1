const express = require('express');
const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

const app = express();

app.post('/doorbell', (req, res, next) => {
  pusher.trigger('doors', 'bell', {}).then(() => res.end()).catch((err) => {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    }
    next(err);
  });
});

module.exports = app;
