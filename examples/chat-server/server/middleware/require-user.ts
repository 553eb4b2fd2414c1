import type { RequestHandler } from 'express';
import type { User } from '../../lib/db';
import { userFromToken } from '../../lib/session';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Express {
    interface Request {
      user: User;
    }
  }
}

export const requireUser: RequestHandler = (req, res, next) => {
  userFromToken(req.headers.authorization)
    .then((user) => {
      if (!user) {
        res.status(401).json({ error: 'Not signed in' });
        return;
      }
      req.user = user;
      next();
    })
    .catch(next);
};
