const express = require('express');
const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);
const app = express();

app.post('/uploads', async (req, res) => {
  res.status(202).json({ accepted: true });
  await pusher.trigger('uploads', 'accepted', { name: req.body.name });
});

module.exports = app;
