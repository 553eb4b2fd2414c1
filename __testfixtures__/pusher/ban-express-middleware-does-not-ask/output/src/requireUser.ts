import { db } from './db';

export async function requireUser(req, res, next) {
  const user = await db.user.findUnique({ where: { id: req.session.userId } });
  if (!user) return res.sendStatus(401);
  req.user = user;
  next();
}
