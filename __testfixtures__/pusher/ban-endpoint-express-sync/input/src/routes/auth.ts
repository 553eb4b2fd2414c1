import { Router } from 'express';
import { pusher } from '../pusher';

export const router = Router();

router.post('/user-auth', (req, res) => {
  const { id, name } = req.user;
  res.send(pusher.authenticateUser(req.body.socket_id, { id, user_info: { name } }));
});

router.post('/auth', (req, res) => res.send(pusher.authorizeChannel(req.body.socket_id, req.body.channel_name)));
