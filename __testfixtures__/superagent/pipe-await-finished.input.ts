import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import superagent from 'superagent';

export async function save(url: string, file: string): Promise<void> {
  const out = createWriteStream(file);
  superagent.get(url).pipe(out);
  await finished(out);
}
