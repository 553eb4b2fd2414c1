import { initTRPC } from '@trpc/server';
import superagent from 'superagent';

const t = initTRPC.create();

export const router = t.router({
  subscribe: t.procedure.mutation(async () => {
    try {
      await superagent.post('https://lists.example.com/members').send({ list: 'news' });
    } catch (err) {
      const { status, code, message } = err as { status?: number; code?: string; message?: string };
      console.error('superagent.post failed:', { status, code, message });
      throw err;
    }
    return { subscribed: true };
  }),
});
