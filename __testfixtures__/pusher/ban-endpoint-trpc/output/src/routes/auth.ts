import { initTRPC, TRPCError } from '@trpc/server';
import { z } from 'zod';
import { db } from '../db';
import { pusher } from '../pusher';
import { isBlocked } from '../ban-flow';

const t = initTRPC.context<{ user: { id: string } }>().create();

export const pusherRouter = t.router({
  auth: t.procedure
    .input(z.object({ socketId: z.string(), channel: z.string() }))
    .mutation(async ({ ctx, input }) => {
      if (await isBlocked(ctx.user.id)) throw new TRPCError({ code: 'FORBIDDEN' });
      return pusher.authorizeChannel(input.socketId, input.channel);
    }),
  signIn: t.procedure.input(z.object({ socketId: z.string() })).mutation(async ({ ctx, input }) => {
    if (await isBlocked(ctx.user.id)) throw new TRPCError({ code: 'FORBIDDEN' });
    return pusher.authenticateUser(input.socketId, { id: ctx.user.id });
  }),
  mine: t.procedure.query(({ ctx }) => db.message.findMany({ where: { authorId: ctx.user.id } })),
});
