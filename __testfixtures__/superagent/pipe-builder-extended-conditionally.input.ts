import type { Writable } from 'node:stream';
import superagent from 'superagent';

interface Options {
  token?: string;
  query?: Record<string, string>;
}

export function copy(url: string, options: Options, dest: Writable): void {
  let req = superagent.get(url);
  if (options.token) {
    req = req.set('Authorization', `Bearer ${options.token}`);
  }
  if (options.query) req.query(options.query);

  req.pipe(dest);
}
