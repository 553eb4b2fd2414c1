import pRetry from 'p-retry';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL);

export async function flushScores(scores) {
  await pRetry(() => pusher.triggerBatch(scores.map((data) => ({ channel: 'scores', name: 'score', data }))), {
    retries: 4,
  });
}
