import type { NextFunction, Request, Response } from 'express';
import { pusher } from './pusher';

export class AuthController {
  async channel(req: Request, res: Response, next: NextFunction): Promise<void> {
    try {
      const auth = pusher.authorizeChannel(req.body.socket_id, req.body.channel_name, { user_id: req.user.id });
      res.status(200).json(auth);
    } catch (err) {
      next(err);
    }
  }

  user(req: Request, res: Response): void {
    const { id } = req.user;
    res.json(pusher.authenticateUser(req.body.socket_id, { id }));
  }
}
