import type { Writable } from 'node:stream';
import superagent from 'superagent';

export async function copy(url: string, dest: Writable): Promise<void> {
  const req = superagent.get(url);
  const res = await req;
  console.log('status', res.status);
  req.pipe(dest);
}
