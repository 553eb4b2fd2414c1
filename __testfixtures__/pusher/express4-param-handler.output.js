const express = require('express');
const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

const app = express();

app.param('roomId', async (req, res, next, id) => {
  try {
    await pusher.trigger(`room-${id}`, 'visited', {});
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    return next(err);
  }
  next();
});

module.exports = app;
