import asyncHandler from 'express-async-handler';
import { Router } from 'express';
import { pusher } from '../pusher';

export const router = Router();

router.post(
  '/auth',
  asyncHandler(async (req, res) => {
    const { socket_id: socketId, channel_name: channel } = req.body;
    if (!req.user.rooms.includes(channel)) {
      res.status(403).end();
      return;
    }
    res.send(pusher.authorizeChannel(socketId, channel, { user_id: req.user.id }));
  }),
);
