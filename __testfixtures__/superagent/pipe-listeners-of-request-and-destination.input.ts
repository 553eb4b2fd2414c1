import type { Writable } from 'node:stream';
import superagent from 'superagent';

export function copy(url: string, dest: Writable): void {
  const req = superagent.get(url);
  req.on('error', (err) => {
    console.error('request failed:', err.message);
  });
  dest.on('error', (err) => {
    console.error('write failed:', err.message);
  });
  req.pipe(dest);
}
