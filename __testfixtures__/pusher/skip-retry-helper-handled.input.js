import pRetry from 'p-retry';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL);

export async function sure(channel) {
  try {
    await pRetry(() => pusher.trigger(channel, 'sure', {}), { retries: 5 });
  } catch (error) {
    console.error('gave up on', channel);
  }
}
