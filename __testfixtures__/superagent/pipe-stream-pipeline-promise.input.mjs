import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import superagent from 'superagent';

export async function download(url, file) {
  await pipeline(superagent.get(url), createWriteStream(file));
}
