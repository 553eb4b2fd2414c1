import superagent from 'superagent';

export async function cleanUp(api: string, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await superagent.delete(`${api}/artifacts/${id}`);
  }
}
