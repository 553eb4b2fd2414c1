import { Router } from 'express';
import { db } from '../../lib/db';
import { pusher } from '../../lib/pusher';
import { announceRoomChange } from '../services/notifications';
import { previewOf } from '../services/link-preview';
import { membersOnline } from '../services/presence';

export const roomsRouter = Router();

roomsRouter.get('/', async (req, res, next) => {
  try {
    const rooms = await db.rooms.ofUser(req.user.id);
    res.json(rooms);
  } catch (err) {
    next(err);
  }
});

roomsRouter.post('/', async (req, res, next) => {
  try {
    const { name, memberIds = [] } = req.body as { name: string; memberIds?: string[] };
    const room = await db.rooms.create(name, [req.user.id, ...memberIds]);

    memberIds.forEach((memberId) => {
      pusher.sendToUser(memberId, 'room:invited', { roomId: room.id, name: room.name });
    });

    res.status(201).json(room);
  } catch (err) {
    next(err);
  }
});

roomsRouter.post('/:roomId/members', async (req, res, next) => {
  try {
    await db.rooms.addMember(req.params.roomId, req.body.userId);
    await announceRoomChange(req.params.roomId, 'member:joined', { userId: req.body.userId });
    res.sendStatus(204);
  } catch (err) {
    next(err);
  }
});

roomsRouter.get('/:roomId/presence', async (req, res) => {
  const online = await membersOnline(req.params.roomId);
  res.json({ online, count: online.length });
});

roomsRouter.get('/:roomId/preview', async (req, res, next) => {
  try {
    res.json(await previewOf(String(req.query.url)));
  } catch (err) {
    next(err);
  }
});
