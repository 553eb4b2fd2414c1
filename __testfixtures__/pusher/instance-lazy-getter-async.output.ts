import Pusher from 'pusher';
import { readSecret } from './secrets';

let cached: Pusher | undefined;

const getPusher = async () => {
  if (cached) return cached;
  const secret = await readSecret('pusher');
  cached = new Pusher({ appId: '77', key: process.env.PUSHER_KEY!, secret, cluster: 'eu' });
  return cached;
};

export async function paymentCaptured(paymentId: string) {
  try {
    await (await getPusher()).trigger('payments', 'captured', { paymentId });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
