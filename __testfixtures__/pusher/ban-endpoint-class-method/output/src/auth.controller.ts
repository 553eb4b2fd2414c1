import type { NextFunction, Request, Response } from 'express';
import { pusher } from './pusher';
import { isBlocked } from './ban-flow';

export class AuthController {
  async channel(req: Request, res: Response, next: NextFunction): Promise<void> {
    try {
      if (await isBlocked(req.user.id)) {
        res.status(403).json({ error: 'Forbidden' });
        return;
      }
      const auth = pusher.authorizeChannel(req.body.socket_id, req.body.channel_name, { user_id: req.user.id });
      res.status(200).json(auth);
    } catch (err) {
      next(err);
    }
  }

  async user(req: Request, res: Response, next: NextFunction): Promise<void> {
    try {
      const { id } = req.user;
      if (await isBlocked(id)) {
        res.status(403).json({ error: 'Forbidden' });
        return;
      }
      res.json(pusher.authenticateUser(req.body.socket_id, { id }));
    } catch (err) {
      next(err);
    }
  }
}
