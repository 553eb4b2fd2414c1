import { createWriteStream } from 'node:fs';
import superagent from 'superagent';

export async function downloadLatest(url: string, file: string): Promise<string> {
  const { body } = await superagent.get(`${url}/latest.json`);
  superagent.get(`${url}/${body.file}`).pipe(createWriteStream(file));
  return body.version;
}
