import { Router, type Request, type Response } from 'express';
import { pusher } from '../pusher';

export function userAuth(req: Request, res: Response): void {
  const userData = { id: req.user.id, user_info: { name: req.user.name } };
  res.send(pusher.authenticateUser(req.body.socket_id, userData));
}

export const router = Router();
router.post('/user-auth', userAuth);
