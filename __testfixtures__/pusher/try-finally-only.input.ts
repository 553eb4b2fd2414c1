import Pusher from 'pusher';
import { acquireLock } from './locks';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function publishResults(electionId: string, results: object): Promise<void> {
  const lock = await acquireLock(electionId);
  try {
    await pusher.trigger(`election-${electionId}`, 'results', results);
  } finally {
    await lock.release();
  }
}
