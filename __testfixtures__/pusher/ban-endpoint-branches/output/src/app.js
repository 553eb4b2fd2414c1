const express = require('express');
const pusher = require('./pusher');
const { isBlocked } = require('./ban-flow');

const app = express();

app.post('/pusher/auth', async (req, res, next) => {
  try {
    const { socket_id, channel_name } = req.body;
    let auth;
    if (await isBlocked(req.user.id)) {
      res.status(403).json({ error: 'Forbidden' });
      return;
    }
    if (/^presence-/.test(channel_name)) {
      auth = pusher.authorizeChannel(socket_id, channel_name, { user_id: req.user.id });
    } else {
      auth = pusher.authorizeChannel(socket_id, channel_name);
    }
    res.send(auth);
  } catch (err) {
    next(err);
  }
});

app.post('/pusher/any/:what', async (req, res, next) => {
  try {
    const { user } = req.session;
    switch (req.params.what) {
      case 'auth':
        if (await isBlocked(user.id)) return res.status(403).json({ error: 'Forbidden' });
        return res.json(pusher.authorizeChannel(req.body.socket_id, req.body.channel_name));
      case 'user-auth':
        if (await isBlocked(user.id)) return res.status(403).json({ error: 'Forbidden' });
        res.json(pusher.authenticateUser(req.body.socket_id, { id: user.id }));
        break;
      default:
        res.sendStatus(404);
    }
  } catch (err) {
    return next(err);
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
