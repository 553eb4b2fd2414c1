import { randomUUID } from 'node:crypto';
import express from 'express';
import { pusher } from './pusher';
import { members } from './members';
import { isBlocked } from './ban-flow';

export const app = express();

app.post('/members/:userId/auth', async (req, res) => {
  const { userId } = req.params;
  if (await isBlocked(req.auth.userId)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.send(pusher.authorizeChannel(req.body.socket_id, `private-${userId}`));
});

app.post('/guests/auth', (req, res) => {
  res.send(pusher.authorizeChannel(req.body.socket_id, req.body.channel_name, { user_id: randomUUID() }));
});

app.post('/rooms/auth', async (req, res) => {
  const member = await members.find({ room: req.body.channel_name, userId: req.auth.userId });
  if (!member) {
    res.sendStatus(404);
    return;
  }
  if (await isBlocked(req.auth.userId)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.send(pusher.authorizeChannel(req.body.socket_id, req.body.channel_name));
});
