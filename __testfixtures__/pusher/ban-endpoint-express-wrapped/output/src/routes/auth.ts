import asyncHandler from 'express-async-handler';
import { Router } from 'express';
import { pusher } from '../pusher';
import { isBlocked } from '../ban-flow';

export const router = Router();

router.post(
  '/auth',
  asyncHandler(async (req, res) => {
    const { socket_id: socketId, channel_name: channel } = req.body;
    if (!req.user.rooms.includes(channel)) {
      res.status(403).end();
      return;
    }
    if (await isBlocked(req.user.id)) {
      res.status(403).json({ error: 'Forbidden' });
      return;
    }
    res.send(pusher.authorizeChannel(socketId, channel, { user_id: req.user.id }));
  }),
);
