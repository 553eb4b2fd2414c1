import Pusher from 'pusher';

interface Env {
  PUSHER_URL: string;
}

export default {
  async fetch(request: Request, env: Env, ctx: { waitUntil(promise: Promise<unknown>): void }) {
    const pusher = Pusher.forURL(env.PUSHER_URL);
    ctx.waitUntil(pusher.trigger('edge', 'hit', { path: request.url }));
    return new Response('ok');
  },
};
