import request from 'superagent';
import type { Writable } from 'node:stream';

export const copy = (url: string, dest: Writable): void => {
  new Promise<void>((resolve, reject) => {
    const req = request('GET', url).set('Accept', 'text/csv');
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
};
