import { initTRPC, TRPCError } from '@trpc/server';
import { z } from 'zod';
import { pusher } from '../pusher';

const t = initTRPC.create();
const signedIn = t.procedure.use(({ ctx, next }) => {
  if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next();
});

export const pusherRouter = t.router({
  auth: signedIn
    .input(z.object({ socketId: z.string(), channel: z.string() }))
    .mutation(({ input }) => pusher.authorizeChannel(input.socketId, input.channel)),
});
