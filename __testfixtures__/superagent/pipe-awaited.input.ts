import type { Writable } from 'node:stream';
import superagent from 'superagent';

export async function copy(url: string, dest: Writable): Promise<void> {
  await superagent.get(url).pipe(dest);
  console.log('copied', url);
}
