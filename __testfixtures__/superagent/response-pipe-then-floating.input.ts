import type { Writable } from 'node:stream';
import superagent from 'superagent';

export function copy(url: string, dest: Writable): void {
  superagent.get(url).then((res) => {
    console.log('copying', res.headers['content-length'], 'bytes');
    res.pipe(dest);
  });
}
