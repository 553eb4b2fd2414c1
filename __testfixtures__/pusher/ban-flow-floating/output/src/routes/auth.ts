import { Router } from 'express';
import { pusher } from '../pusher';
import { isBlocked } from '../ban-flow';

export const router = Router();

router.post('/user-auth', async (req, res) => {
  if (await isBlocked(req.user.id)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.send(pusher.authenticateUser(req.body.socket_id, { id: req.user.id }));
});
