import { Router } from 'express';
import { db } from '../../lib/db';
import { pusher, roomChannel } from '../../lib/pusher';
import { editMessage } from '../services/messages';
import { notifyMentioned } from '../services/notifications';

export const messagesRouter = Router();

messagesRouter.post('/', async (req, res) => {
  const { roomId, text, socketId } = req.body;
  const room = await db.rooms.find(roomId);
  if (!room) {
    return res.status(404).json({ error: 'No such room' });
  }

  const message = await db.messages.create(roomId, req.user.id, text);
  await pusher.trigger(roomChannel(roomId), 'message:new', message, { socket_id: socketId });
  notifyMentioned(message, room);

  return res.status(201).json(message);
});

messagesRouter.patch('/:id', async (req, res, next) => {
  try {
    const message = await db.messages.find(req.params.id);
    if (message?.authorId !== req.user.id) {
      return res.status(403).json({ error: 'Not your message' });
    }
    editMessage(message.id, req.body.text);
    return res.sendStatus(202);
  } catch (err) {
    return next(err);
  }
});

messagesRouter.delete('/:id', async (req, res) => {
  const message = await db.messages.find(req.params.id);
  if (!message) return res.sendStatus(404);
  if (message.authorId !== req.user.id && req.user.role !== 'moderator') {
    return res.sendStatus(403);
  }

  await db.messages.remove(message.id);
  await pusher.trigger(roomChannel(message.roomId), 'message:deleted', { id: message.id });
  return res.sendStatus(204);
});

messagesRouter.post('/typing', (req, res) => {
  const { roomId, socketId } = req.body;
  pusher.trigger(roomChannel(roomId), 'typing', { userId: req.user.id }, { socket_id: socketId });
  res.sendStatus(202);
});
