import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import superagent from 'superagent';

export async function save(url: string, file: string): Promise<void> {
  const out = createWriteStream(file);
  superagent.get(url).pipe(out);
  await once(out, 'close');
}
