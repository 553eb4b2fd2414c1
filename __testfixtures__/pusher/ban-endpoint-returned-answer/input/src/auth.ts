import express from 'express';
import type { RequestHandler, Response } from 'express';
import { pusher } from './pusher';

export const channelAuth: RequestHandler = (req, res) => {
  const userId = req.session.userId;
  if (!userId) return res.status(401).end();
  return res.send(pusher.authorizeChannel(req.body.socket_id, req.body.channel_name));
};

export function annotated(req: express.Request, res: Response): Response {
  return res.json(pusher.authenticateUser(req.body.socket_id, { id: req.session.userId }));
}

export const app = express();
app.post('/pusher/auth', express.json(), channelAuth);
app.post('/pusher/user-auth', express.json(), annotated);
app.post('/auth3', (req, res) => res.send(pusher.authenticateUser(req.body.socket_id, { id: req.user.id })));
