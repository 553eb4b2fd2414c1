import { initTRPC } from '@trpc/server';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);
const t = initTRPC.create();

export const appRouter = t.router({
  ping: t.procedure.mutation(async () => {
    await pusher.trigger('trpc', 'ping', { at: Date.now() });
    return { ok: true };
  }),
});
