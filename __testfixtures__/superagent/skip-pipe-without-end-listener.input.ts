import { finished, type Writable } from 'node:stream';
import superagent from 'superagent';

export function copy(url: string, dest: Writable, callback: (err?: Error | null) => void): void {
  const req = superagent.get(url).timeout({ deadline: 30_000 });
  const fail = (err?: Error): void => {
    req.abort();
    dest.destroy(err);
  };
  req.on('error', fail);
  req.on('response', (res) => {
    res.on('error', fail);
    if (res.statusCode >= 400) fail(new Error(`HTTP ${res.statusCode}`));
  });
  finished(dest, callback);
  req.pipe(dest);
}
