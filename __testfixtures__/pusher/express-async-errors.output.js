const express = require('express');
require('express-async-errors');
const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);
const app = express();

app.post('/polls/:id/close', async (req, res) => {
  try {
    await pusher.trigger(`poll-${req.params.id}`, 'closed', {});
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
  res.sendStatus(204);
});

module.exports = app;
