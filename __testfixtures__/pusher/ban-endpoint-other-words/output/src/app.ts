import express from 'express';
import rateLimit from 'express-rate-limit';
import { channels } from './channels';
import { pusher } from './pusher';
import { isBlocked } from './ban-flow';

export const app = express();

app.disable('x-powered-by');
app.use(rateLimit({ limit: 100, message: 'Too many requests, you are blocked for a minute' }));
app.use((req, res, next) => {
  res.setHeader('X-Frame-Options', 'DENY');
  res.locals.lockedFeatures = channels.lockedFeatures;
  next();
});

app.post('/pusher/auth', async (req, res) => {
  const channel = await channels.find({ name: req.body.channel_name, active: true });
  if (channel.archived || channel.locked) {
    res.status(403).send('Access denied');
    return;
  }
  if (await isBlocked(req.user.id)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.send(pusher.authorizeChannel(req.body.socket_id, channel.name, { user_id: req.user.id }));
});

app.post('/pusher/user-auth', async (req, res) => {
  if (req.user.deletedAt) {
    res.sendStatus(403);
    return;
  }
  if (await isBlocked(req.user.id)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.send(pusher.authenticateUser(req.body.socket_id, { id: req.user.id }));
});
