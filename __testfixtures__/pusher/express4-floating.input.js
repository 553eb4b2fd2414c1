const express = require('express');
const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);
const app = express();

app.post('/clicks', (req, res) => {
  pusher.trigger('clicks', 'click', { x: req.body.x, y: req.body.y });
  res.sendStatus(202);
});

module.exports = app;
