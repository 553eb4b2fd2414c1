import superagent from 'superagent';

const isTimeout = (err: unknown): boolean => Boolean((err as { timeout?: number }).timeout);

export async function fetchOrEmpty(url: string): Promise<string> {
  try {
    return (await superagent.get(url).timeout(2500)).text;
  } catch (err) {
    if (isTimeout(err)) console.warn('too slow', url);
    return '';
  }
}
