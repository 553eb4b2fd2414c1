import superagent from 'superagent';

export async function loadAll(ids: string[]): Promise<object[]> {
  const responses = await Promise.all(ids.map((id) => superagent.get(`/api/items/${id}`)));
  return responses.map((response) => response.body);
}
