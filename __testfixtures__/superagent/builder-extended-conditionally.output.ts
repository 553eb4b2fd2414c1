import superagent from 'superagent';

export async function list(url: string, token?: string, since?: Date): Promise<object[]> {
  const req = superagent.get(url).accept('json');
  if (token) req.auth(token, { type: 'bearer' });
  if (since) {
    req.query({ since: since.toISOString() });
  }
  const res = await req;
  return res.body;
}
