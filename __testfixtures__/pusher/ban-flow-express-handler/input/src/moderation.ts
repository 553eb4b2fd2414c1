import { Router } from 'express';
import { db } from './db';
import { pusher } from './pusher';

export const router = Router();

router.post('/users/:id/ban', async (req, res) => {
  await db.user.update({ where: { id: req.params.id }, data: { banned: true } });
  await pusher.terminateUserConnections(req.params.id);
  res.json({ ok: true });
});

router.post('/pusher/user-auth', async (req, res, next) => {
  try {
    res.send(pusher.authenticateUser(req.body.socket_id, { id: req.user.id }));
  } catch (err) {
    next(err);
  }
});
