import express from 'express';
import type { RequestHandler, Response } from 'express';
import { pusher } from './pusher';
import { isBlocked } from './ban-flow';

export const channelAuth: RequestHandler = async (req, res, next) => {
  try {
    const userId = req.session.userId;
    if (!userId) return res.status(401).end();
    if (await isBlocked(userId)) return res.status(403).json({ error: 'Forbidden' });
    return res.send(pusher.authorizeChannel(req.body.socket_id, req.body.channel_name));
  } catch (err) {
    return next(err);
  }
};

export function annotated(req: express.Request, res: Response): Response {
  return res.json(pusher.authenticateUser(req.body.socket_id, { id: req.session.userId }));
}

export const app = express();
app.post('/pusher/auth', express.json(), channelAuth);
app.post('/pusher/user-auth', express.json(), annotated);
app.post('/auth3', async (req, res, next) => {
  try {
    if (await isBlocked(req.user.id)) {
      res.status(403).json({ error: 'Forbidden' });
      return;
    }
    res.send(pusher.authenticateUser(req.body.socket_id, { id: req.user.id }));
  } catch (err) {
    next(err);
  }
});
