import superagent from 'superagent';

const api = (path: string) => superagent.get(`https://api.example.com${path}`).set('X-Client', 'web');

export async function loadProfile(id: string): Promise<object> {
  const res = await api(`/profiles/${id}`);
  return res.body;
}
