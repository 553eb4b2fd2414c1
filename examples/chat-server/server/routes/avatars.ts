import { Router } from 'express';
import superagent from 'superagent';
import { db } from '../../lib/db';

const AVATARS = process.env.AVATARS_URL ?? 'https://avatars.example.com';

export const avatarsRouter = Router();

avatarsRouter.get('/:userId', async (req, res) => {
  const user = await db.users.find(req.params.userId);
  if (!user) {
    res.sendStatus(404);
    return;
  }
  res.type('png');
  superagent.get(`${AVATARS}/${user.id}.png`).timeout({ response: 3000, deadline: 10_000 }).pipe(res);
});
