import superagent from 'superagent';

const api = superagent.agent().set('Authorization', `Bearer ${process.env.API_TOKEN}`).accept('json');

export async function rename(id: string, name: string): Promise<void> {
  await api.put(`https://api.example.com/files/${id}`).send({ name });
}
