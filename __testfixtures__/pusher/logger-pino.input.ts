import pino from 'pino';
import Pusher from 'pusher';

const log = pino({ name: 'imports' });
const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function importFinished(importId: string, rows: number): Promise<void> {
  log.info({ importId, rows }, 'import finished');
  await pusher.trigger('imports', 'finished', { importId, rows });
}
