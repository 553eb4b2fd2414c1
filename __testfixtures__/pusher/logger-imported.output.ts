import Pusher from 'pusher';
import { logger } from './logger';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function scanned(gate: string, ticket: string): void {
  logger.debug(`gate ${gate}`);
  (async () => {
    await pusher.trigger('gates', 'scanned', { gate, ticket });
  })().catch((err: unknown) => {
    if (err instanceof Pusher.RequestError) {
      logger.error(`pusher.trigger failed: ${err.status} ${err.message}`);
    } else {
      logger.error(`pusher.trigger failed: ${String(err).split('?')[0]}`);
    }
  });
}
