import { Router } from 'express';
import { banUser, kickFromRoom } from '../services/moderation';

export const moderationRouter = Router();

moderationRouter.use((req, res, next) => {
  if (req.user.role !== 'moderator') {
    res.status(403).json({ error: 'Moderators only' });
    return;
  }
  next();
});

moderationRouter.post('/bans', async (req, res) => {
  await banUser(req.body.userId, req.user.id);
  res.status(201).json({ banned: req.body.userId });
});

moderationRouter.post('/rooms/:roomId/kick', async (req, res) => {
  await kickFromRoom(req.params.roomId, req.body.userId);
  res.sendStatus(204);
});
