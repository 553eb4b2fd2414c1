import { Router } from 'express';
import { pusher } from '../pusher';
import { isBlocked } from '../ban-flow';

export const router = Router();

router.post('/user-auth', async (req, res, next) => {
  try {
    const { id, name } = req.user;
    if (await isBlocked(id)) {
      res.status(403).json({ error: 'Forbidden' });
      return;
    }
    res.send(pusher.authenticateUser(req.body.socket_id, { id, user_info: { name } }));
  } catch (err) {
    next(err);
  }
});

router.post('/auth', (req, res) => res.send(pusher.authorizeChannel(req.body.socket_id, req.body.channel_name)));
