import { Router } from 'express';
import { db } from '../db';
import { pusher } from '../pusher';
import { isBlocked } from '../ban-flow';

export const router = Router();

async function isBanned(id: string): Promise<boolean> {
  return (await db.user.findUnique({ where: { id } }))?.banned === true;
}

router.post('/auth', async (req, res) => {
  if (await isBanned(req.user.id)) return res.sendStatus(403);
  res.send(pusher.authorizeChannel(req.body.socket_id, req.body.channel_name));
});

router.post('/user-auth', async (req, res, next) => {
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
