import { Router } from 'express';
import { pusher } from '../pusher';

export const router = Router();

router.post('/auth', (req, res) => {
  res.send(pusher.authorizeChannel(req.body.socket_id, req.body.channel_name));
});
