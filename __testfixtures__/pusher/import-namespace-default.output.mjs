import * as P from 'pusher';

const pusher = new P.default({ appId: '1', key: 'k', secret: process.env.PUSHER_SECRET });

export async function ringBell(floor) {
  try {
    await pusher.trigger('bells', 'rung', { floor });
  } catch (err) {
    if (err instanceof P.default.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
