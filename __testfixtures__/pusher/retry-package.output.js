import pRetry from 'p-retry';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL);

export async function flushScores(scores) {
  try {
    await pRetry(() => pusher.triggerBatch(scores.map((data) => ({ channel: 'scores', name: 'score', data }))), {
      retries: 4,
    });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.triggerBatch failed for the whole batch:', err.status, err.message);
    } else {
      console.error('pusher.triggerBatch failed for the whole batch:', String(err).split('?')[0]);
    }
    throw err;
  }
}
