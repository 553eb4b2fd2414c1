import superagent from 'superagent';

export async function list(url: string, token?: string): Promise<object[]> {
  let req = superagent.get(url);
  if (token) req = req.set('Authorization', token);
  try {
    return (await req).body;
  } catch (err) {
    console.error('no list');
    return [];
  }
}
