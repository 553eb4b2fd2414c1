import Pusher from 'pusher';

interface Env {
  PUSHER_URL: string;
}

export default {
  async fetch(request: Request, env: Env, ctx: { waitUntil(promise: Promise<unknown>): void }) {
    const pusher = Pusher.forURL(env.PUSHER_URL);
    ctx.waitUntil(pusher.trigger('edge', 'hit', { path: request.url }).catch((err: unknown) => {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
    }));
    return new Response('ok');
  },
};
