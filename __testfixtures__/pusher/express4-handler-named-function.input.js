const express = require('express');
const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);
const app = express();

async function castVote(req, res) {
  await pusher.trigger('votes', 'cast', { option: req.body.option });
  res.json({ ok: true });
}

app.post('/votes', express.json(), castVote);

module.exports = app;
