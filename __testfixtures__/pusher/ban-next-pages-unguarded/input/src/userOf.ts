import { db } from './db';

export const userOf = async (req) => db.user.findUnique({ where: { id: req.cookies.user } });
