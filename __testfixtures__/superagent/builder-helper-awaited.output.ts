import superagent from 'superagent';

const api = (path: string) => superagent.get(`https://api.example.com${path}`).set('X-Client', 'web');

export async function loadProfile(id: string): Promise<object> {
  try {
    const res = await api(`/profiles/${id}`);
    return res.body;
  } catch (err) {
    const { status, code, message } = err as { status?: number; code?: string; message?: string };
    console.error('api failed:', { status, code, message });
    throw err;
  }
}
