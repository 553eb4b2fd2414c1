import superagent from 'superagent';

const api = superagent.agent().set('Authorization', `Bearer ${process.env.API_TOKEN}`).accept('json');

export async function rename(id: string, name: string): Promise<void> {
  try {
    await api.put(`https://api.example.com/files/${id}`).send({ name });
  } catch (err) {
    const { status, code, message } = err as { status?: number; code?: string; message?: string };
    if (status === 401 || status === 403) {
      console.error('agent.put was refused, the session may have expired:', { status, code, message });
    } else {
      console.error('agent.put failed:', { status, code, message });
    }
    throw err;
  }
}
