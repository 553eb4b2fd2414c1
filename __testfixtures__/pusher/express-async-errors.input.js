const express = require('express');
require('express-async-errors');
const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);
const app = express();

app.post('/polls/:id/close', async (req, res) => {
  await pusher.trigger(`poll-${req.params.id}`, 'closed', {});
  res.sendStatus(204);
});

module.exports = app;
