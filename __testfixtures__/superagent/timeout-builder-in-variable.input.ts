import superagent from 'superagent';

export async function probe(url: string, limit?: number): Promise<boolean> {
  const req = superagent.get(url);
  if (limit !== undefined) req.timeout(limit);
  try {
    await req;
    return true;
  } catch (err) {
    console.warn('probe failed', url);
    return false;
  }
}
