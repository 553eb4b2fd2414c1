import Pusher from 'pusher';
import { logger, type LogLevel } from './logger';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export const level: LogLevel = 'info';

export async function setLevel(service: string): Promise<void> {
  try {
    await pusher.trigger('logging', 'level', { service, level });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}

export { logger };
