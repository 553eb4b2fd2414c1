import superagent from 'superagent';

export async function probe(url: string, limit?: number): Promise<boolean> {
  const req = superagent.get(url);
  if (limit !== undefined) req.timeout(limit);
  try {
    await req;
    return true;
  } catch (err) {
    if ((err as { timeout?: number }).timeout) {
      console.error('superagent.get timed out:', (err as Error).message);
    }
    console.warn('probe failed', url);
    return false;
  }
}
