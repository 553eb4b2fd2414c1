import { once } from 'lodash';
import Pusher from 'pusher';

const getPusher = once(() => Pusher.forURL(process.env.PUSHER_URL!));

export async function measure(sensor: string, value: number): Promise<void> {
  try {
    await getPusher().trigger('sensors', 'measured', { sensor, value });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
