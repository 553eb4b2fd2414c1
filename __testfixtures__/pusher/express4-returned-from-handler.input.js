const express = require('express');
const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);
const app = express();

app.post('/notes', (req, res) => {
  return pusher.trigger('notes', 'added', { text: req.body.text }).then(() => res.sendStatus(201));
});

module.exports = app;
