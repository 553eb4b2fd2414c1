import superagent from 'superagent';
import { logger } from './logger';

export async function store(url: string, doc: object): Promise<'stored' | 'conflict' | 'failed'> {
  try {
    await superagent.put(url).timeout({ deadline: 30_000 }).send(doc);
    return 'stored';
  } catch (error) {
    const { timeout, message } = error as { timeout?: number; message?: string };
    if (timeout) {
      logger.error(`superagent.put timed out: ${message}`);
    }
    const { status } = error as { status?: number };
    if (status === 409) return 'conflict';
    logger.warn({ status }, 'store failed');
    return 'failed';
  }
}
