import superagent from 'superagent';

export async function setName(id: string, name: string): Promise<void> {
  await superagent.put(`/api/users/${id}`).send({ name });
}
