import fs from 'node:fs';
import superagent from 'superagent';

export async function download(url: string, file: string): Promise<void> {
  const response = await superagent.get(url).set('Accept', 'image/*');
  response.pipe(fs.createWriteStream(file));
}
