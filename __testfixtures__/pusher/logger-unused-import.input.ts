import Pusher from 'pusher';
import { logger, type LogLevel } from './logger';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export const level: LogLevel = 'info';

export async function setLevel(service: string): Promise<void> {
  await pusher.trigger('logging', 'level', { service, level });
}

export { logger };
