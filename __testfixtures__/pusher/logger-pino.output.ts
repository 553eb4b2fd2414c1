import pino from 'pino';
import Pusher from 'pusher';

const log = pino({ name: 'imports' });
const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function importFinished(importId: string, rows: number): Promise<void> {
  log.info({ importId, rows }, 'import finished');
  try {
    await pusher.trigger('imports', 'finished', { importId, rows });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      log.error(`pusher.trigger failed: ${err.status} ${err.message}`);
    } else {
      log.error(`pusher.trigger failed: ${String(err).split('?')[0]}`);
    }
    throw err;
  }
}
