const express = require('express');
const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

const app = express();

app.post('/doorbell', (req, res) => {
  pusher.trigger('doors', 'bell', {}).then(() => res.end());
});

module.exports = app;
