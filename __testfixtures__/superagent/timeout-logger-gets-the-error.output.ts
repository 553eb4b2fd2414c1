import superagent from 'superagent';
import winston from 'winston';

const logger = winston.createLogger();

export async function fetchText(url: string): Promise<string> {
  try {
    return (await superagent.get(url).timeout(4000)).text;
  } catch (err) {
    const { timeout, message } = err as { timeout?: number; message?: string };
    if (timeout) {
      logger.error(`superagent.get timed out: ${message}`);
    }
    logger.error('fetch failed', err);
    return '';
  }
}
