import Pusher from 'pusher';
import { logger } from './logger';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function scanned(gate: string, ticket: string): void {
  logger.debug(`gate ${gate}`);
  pusher.trigger('gates', 'scanned', { gate, ticket });
}
