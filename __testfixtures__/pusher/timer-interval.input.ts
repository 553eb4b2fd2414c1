import Pusher from 'pusher';
import { currentLoad } from './metrics';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export const timer = setInterval(async () => {
  const load = await currentLoad();
  await pusher.trigger('ops', 'load', { load });
}, 15_000);
