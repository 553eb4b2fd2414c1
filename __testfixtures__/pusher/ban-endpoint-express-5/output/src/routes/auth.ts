import { Router, type Request, type Response } from 'express';
import { pusher } from '../pusher';
import { isBlocked } from '../ban-flow';

export async function userAuth(req: Request, res: Response): Promise<void> {
  const userData = { id: req.user.id, user_info: { name: req.user.name } };
  if (await isBlocked(req.user.id)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.send(pusher.authenticateUser(req.body.socket_id, userData));
}

export const router = Router();
router.post('/user-auth', userAuth);
