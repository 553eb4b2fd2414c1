import { once } from 'lodash';
import Pusher from 'pusher';

const getPusher = once(() => Pusher.forURL(process.env.PUSHER_URL!));

export async function measure(sensor: string, value: number): Promise<void> {
  await getPusher().trigger('sensors', 'measured', { sensor, value });
}
