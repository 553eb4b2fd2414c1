import { createWriteStream } from 'node:fs';
import superagent from 'superagent';

export async function download(url, file) {
  const res = await superagent.get(url).buffer(false);
  await new Promise((resolve, reject) => {
    res.pipe(createWriteStream(file)).on('finish', resolve).on('error', reject);
  });
}
