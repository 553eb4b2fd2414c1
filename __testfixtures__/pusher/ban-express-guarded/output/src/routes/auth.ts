import { Router } from 'express';
import { db } from '../db';
import { pusher } from '../pusher';

export const router = Router();

router.post('/user-auth', async (req, res) => {
  const user = await db.user.findUnique({ where: { id: req.user.id } });
  if (user.banned) return res.sendStatus(403);
  res.send(pusher.authenticateUser(req.body.socket_id, { id: user.id }));
});
