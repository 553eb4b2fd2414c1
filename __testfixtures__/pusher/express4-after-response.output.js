const express = require('express');
const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);
const app = express();

app.post('/uploads', async (req, res) => {
  res.status(202).json({ accepted: true });
  try {
    await pusher.trigger('uploads', 'accepted', { name: req.body.name });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
  }
});

module.exports = app;
