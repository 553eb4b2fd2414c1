import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import superagent from 'superagent';

export async function save(url, file) {
  await mkdir(path.dirname(file), { recursive: true });
  superagent.get(url).pipe(createWriteStream(file));
}
