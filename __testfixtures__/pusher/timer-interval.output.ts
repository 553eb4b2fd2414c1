import Pusher from 'pusher';
import { currentLoad } from './metrics';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export const timer = setInterval(async () => {
  const load = await currentLoad();
  try {
    await pusher.trigger('ops', 'load', { load });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
  }
}, 15_000);
