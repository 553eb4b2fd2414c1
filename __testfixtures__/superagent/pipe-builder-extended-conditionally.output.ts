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

  new Promise<void>((resolve, reject) => {
    const fail = (err: Error) => {
      reject(err);
      req.abort();
      dest.destroy(err);
    };
    req.on('error', fail);
    req.on('response', (res) => {
      res.on('error', fail);
      if (!res.ok) fail(new Error(`HTTP ${res.status}`));
    });
    dest.on('error', fail);
    dest.on('finish', resolve);
    dest.on('close', () => fail(new Error('closed early')));
    dest.on('end', () => {
      if (!dest.writableEnded) fail(new Error('truncated body'));
    });
    req.pipe(dest);
  }).catch((err) => {
    console.error('superagent.get failed:', err.message);
  });
}
