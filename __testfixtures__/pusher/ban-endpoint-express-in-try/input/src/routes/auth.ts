import { Router } from 'express';
import { pusher } from '../pusher';

export const router = Router();

router.post('/auth', async (req, res, next) => {
  try {
    const { socket_id: socketId, channel_name: channel } = req.body;
    const signed = pusher.authorizeChannel(socketId, channel, { user_id: req.user.id });
    res.send(signed);
  } catch (err) {
    next(err);
  }
});
