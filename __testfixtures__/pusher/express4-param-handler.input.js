const express = require('express');
const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

const app = express();

app.param('roomId', async (req, res, next, id) => {
  await pusher.trigger(`room-${id}`, 'visited', {});
  next();
});

module.exports = app;
