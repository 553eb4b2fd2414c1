import superagent from 'superagent';

export async function probe(url: string, limit?: number): Promise<boolean> {
  const req = superagent.get(url);
  if (limit !== undefined) req.timeout(limit);
  try {
    await req;
    return true;
  } catch (err) {
    const { timeout, message } = err as { timeout?: number; message?: string };
    if (timeout) {
      console.error('superagent.get timed out:', message);
    }
    console.warn('probe failed', url);
    return false;
  }
}
