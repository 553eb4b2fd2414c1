import superagent from 'superagent';

export async function list(url: string, token?: string, since?: Date): Promise<object[]> {
  const req = superagent.get(url).accept('json');
  if (token) req.auth(token, { type: 'bearer' });
  if (since) {
    req.query({ since: since.toISOString() });
  }
  try {
    const res = await req;
    return res.body;
  } catch (err) {
    const { status, code, message } = err as { status?: number; code?: string; message?: string };
    console.error('superagent.get failed:', { status, code, message });
    throw err;
  }
}
