import { initTRPC } from '@trpc/server';
import { z } from 'zod';
import { db } from '../db';
import { pusher } from '../pusher';

const t = initTRPC.context<{ user: { id: string } }>().create();

export const pusherRouter = t.router({
  auth: t.procedure
    .input(z.object({ socketId: z.string(), channel: z.string() }))
    .mutation(({ input }) => pusher.authorizeChannel(input.socketId, input.channel)),
  signIn: t.procedure.input(z.object({ socketId: z.string() })).mutation(async ({ ctx, input }) => {
    return pusher.authenticateUser(input.socketId, { id: ctx.user.id });
  }),
  mine: t.procedure.query(({ ctx }) => db.message.findMany({ where: { authorId: ctx.user.id } })),
});
