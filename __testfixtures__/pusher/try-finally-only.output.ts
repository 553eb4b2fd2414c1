import Pusher from 'pusher';
import { acquireLock } from './locks';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function publishResults(electionId: string, results: object): Promise<void> {
  const lock = await acquireLock(electionId);
  try {
    await pusher.trigger(`election-${electionId}`, 'results', results);
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  } finally {
    await lock.release();
  }
}
