import { Router } from 'express';
import { db } from './db';
import { pusher } from './pusher';
import { block, isBlocked, terminate } from './ban-flow';

export const router = Router();

router.post('/users/:id/ban', async (req, res, next) => {
  await db.user.update({ where: { id: req.params.id }, data: { banned: true } });
  try {
    await block(req.params.id);
    await terminate(req.params.id);
  } catch (err) {
    console.error('ban flow failed:', req.params.id, String(err));
    return next(err);
  }
  res.json({ ok: true });
});

router.post('/pusher/user-auth', async (req, res, next) => {
  try {
    if (await isBlocked(req.user.id)) {
      res.status(403).json({ error: 'Forbidden' });
      return;
    }
    res.send(pusher.authenticateUser(req.body.socket_id, { id: req.user.id }));
  } catch (err) {
    next(err);
  }
});
