import { Router } from 'express';
import { db } from '../../lib/db';
import { pusher } from '../../lib/pusher';

export const pusherAuthRouter = Router();

pusherAuthRouter.post('/user-auth', (req, res) => {
  const { id, name } = req.user;
  res.send(pusher.authenticateUser(req.body.socket_id, { id, user_info: { name } }));
});

pusherAuthRouter.post('/auth', async (req, res, next) => {
  try {
    const { socket_id: socketId, channel_name: channel } = req.body as Record<string, string>;
    const room = await db.rooms.find((channel ?? '').replace('presence-room-', ''));
    if (!room?.memberIds.includes(req.user.id)) {
      res.status(403).json({ error: 'Not a member of this room' });
      return;
    }
    const auth = pusher.authorizeChannel(socketId ?? '', channel ?? '', {
      user_id: req.user.id,
      user_info: { name: req.user.name },
    });
    res.send(auth);
  } catch (err) {
    next(err);
  }
});
