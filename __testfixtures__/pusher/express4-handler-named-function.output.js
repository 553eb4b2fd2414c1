const express = require('express');
const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);
const app = express();

async function castVote(req, res, next) {
  try {
    await pusher.trigger('votes', 'cast', { option: req.body.option });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    return next(err);
  }
  res.json({ ok: true });
}

app.post('/votes', express.json(), castVote);

module.exports = app;
