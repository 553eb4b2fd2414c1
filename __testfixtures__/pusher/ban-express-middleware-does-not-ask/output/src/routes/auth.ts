import { Router } from 'express';
import { db } from '../db';
import { pusher } from '../pusher';
import { isBlocked } from '../ban-flow';

export const router = Router();

router.post('/user-auth', async (req, res, next) => {
  const user = await db.user.findUnique({ where: { id: req.user.id } });
  try {
    if (await isBlocked(user.id)) {
      res.status(403).json({ error: 'Forbidden' });
      return;
    }
    res.send(pusher.authenticateUser(req.body.socket_id, { id: user.id }));
  } catch (err) {
    next(err);
  }
});
