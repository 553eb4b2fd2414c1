import superagent from 'superagent';

export async function fetchZip(url: string): Promise<Buffer> {
  const { body } = await superagent.get(url).buffer(true).parse(superagent.parse['application/octet-stream']);
  return body;
}
