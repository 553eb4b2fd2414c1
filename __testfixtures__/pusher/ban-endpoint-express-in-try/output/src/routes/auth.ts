import { Router } from 'express';
import { pusher } from '../pusher';
import { isBlocked } from '../ban-flow';

export const router = Router();

router.post('/auth', async (req, res, next) => {
  try {
    const { socket_id: socketId, channel_name: channel } = req.body;
    if (await isBlocked(req.user.id)) {
      res.status(403).json({ error: 'Forbidden' });
      return;
    }
    const signed = pusher.authorizeChannel(socketId, channel, { user_id: req.user.id });
    res.send(signed);
  } catch (err) {
    next(err);
  }
});
