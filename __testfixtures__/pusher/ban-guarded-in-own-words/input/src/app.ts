import express from 'express';
import { db } from './db';
import { getUser, requireActive } from './users';
import { pusher } from './pusher';

export const app = express();

app.post('/auth/looked-up', async (req, res) => {
  const me = await db.user.find({ where: { id: req.session.uid } });
  if (!me.active) {
    res.sendStatus(403);
    return;
  }
  res.send(pusher.authorizeChannel(req.body.socket_id, req.body.channel_name, { user_id: me.id }));
});

app.post('/auth/record', async (req, res) => {
  const { rows } = await db.query('SELECT id FROM users WHERE id = $1 AND disabled = false', [req.session.uid]);
  res.send(pusher.authenticateUser(req.body.socket_id, { id: rows[0].id }));
});

app.post('/auth/named', requireActive, (req, res) => {
  res.send(pusher.authenticateUser(req.body.socket_id, { id: req.user.id }));
});

app.post('/auth/destructured', async (req, res) => {
  const { isActive, id } = await getUser(req.session.uid);
  if (!isActive) {
    res.sendStatus(403);
    return;
  }
  res.send(pusher.authenticateUser(req.body.socket_id, { id }));
});

app.post('/auth/status', async (req, res) => {
  const user = await getUser(req.session.uid);
  if (user.status !== 'ok') {
    res.sendStatus(403);
    return;
  }
  res.send(pusher.authenticateUser(req.body.socket_id, { id: user.id }));
});

app.post('/auth/switch', async (req, res) => {
  const user = await getUser(req.session.uid);
  switch (user.accountState) {
    case 'open':
      res.send(pusher.authenticateUser(req.body.socket_id, { id: user.id }));
      break;
    default:
      res.sendStatus(403);
  }
});

app.post('/auth/message', async (req, res) => {
  if (req.user.flags & 4) {
    res.status(403).send('Your account is disabled');
    return;
  }
  res.send(pusher.authenticateUser(req.body.socket_id, { id: req.user.id }));
});
