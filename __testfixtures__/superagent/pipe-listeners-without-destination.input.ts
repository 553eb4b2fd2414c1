import type { Writable } from 'node:stream';
import superagent from 'superagent';

export function copy(url: string, dest: Writable): void {
  const req = superagent.get(url);
  const fail = (err: Error): void => {
    console.error('copy failed:', err.message);
    req.abort();
  };
  req.on('error', fail);
  req.on('response', (res) => {
    res.on('error', fail);
    if (!res.ok) fail(new Error(`HTTP ${res.status}`));
  });
  req.pipe(dest);
}
