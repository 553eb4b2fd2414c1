import * as P from 'pusher';

const pusher = new P.default({ appId: '1', key: 'k', secret: process.env.PUSHER_SECRET });

export async function ringBell(floor) {
  await pusher.trigger('bells', 'rung', { floor });
}
