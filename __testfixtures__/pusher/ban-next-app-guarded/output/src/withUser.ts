import { db } from './db';

export const withUser = (handler) => async (request: Request) => {
  const user = await db.user.findFirst({ where: { token: request.headers.get('authorization') } });
  if (!user || user.banned) return new Response(null, { status: 403 });
  return handler(request, user);
};
