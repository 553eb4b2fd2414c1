import { Router } from 'express';
import { pusher } from '../pusher';

export const router = Router();

router.post('/user-auth', async (req, res) => {
  res.send(pusher.authenticateUser(req.body.socket_id, { id: req.user.id }));
});
