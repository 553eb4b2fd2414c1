import superagent from 'superagent';

export async function removeKey(id: number): Promise<void> {
  await superagent.delete(`/api/keys/${id}`).set('X-Requested-With', 'fetch');
}
