import { initTRPC } from '@trpc/server';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);
const t = initTRPC.create();

export const appRouter = t.router({
  ping: t.procedure.mutation(async () => {
    try {
      await pusher.trigger('trpc', 'ping', { at: Date.now() });
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
      throw err;
    }
    return { ok: true };
  }),
});
