import superagent from 'superagent';

export async function listTags(url: string): Promise<string[]> {
  const { body } = await superagent.get(url).catch(() => ({ body: [] as string[] }));
  return body;
}
