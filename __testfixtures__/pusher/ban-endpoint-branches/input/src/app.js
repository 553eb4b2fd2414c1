const express = require('express');
const pusher = require('./pusher');

const app = express();

app.post('/pusher/auth', (req, res) => {
  const { socket_id, channel_name } = req.body;
  let auth;
  if (/^presence-/.test(channel_name)) {
    auth = pusher.authorizeChannel(socket_id, channel_name, { user_id: req.user.id });
  } else {
    auth = pusher.authorizeChannel(socket_id, channel_name);
  }
  res.send(auth);
});

app.post('/pusher/any/:what', (req, res) => {
  const { user } = req.session;
  switch (req.params.what) {
    case 'auth':
      return res.json(pusher.authorizeChannel(req.body.socket_id, req.body.channel_name));
    case 'user-auth':
      res.json(pusher.authenticateUser(req.body.socket_id, { id: user.id }));
      break;
    default:
      res.sendStatus(404);
  }
});

app.post('/pusher/later', (req, res, next) => {
  sessions
    .read(req.cookies.sid)
    .then((user) => {
      res.send(pusher.authenticateUser(req.body.socket_id, { id: user.id }));
    })
    .catch(next);
});

module.exports = app;
