import { Transform, type Writable } from 'node:stream';
import superagent from 'superagent';

export function shout(url: string, dest: Writable): void {
  const upper = new Transform({
    transform(chunk, _encoding, done) {
      done(null, String(chunk).toUpperCase());
    },
  });
  new Promise<void>((resolve, reject) => {
    const request = superagent.get(url);
    const fail = (err: Error) => {
      reject(err);
      request.abort();
      upper.destroy(err);
      dest.destroy(err);
    };
    request.on('error', fail);
    request.on('response', (res) => {
      res.on('error', fail);
      if (!res.ok) fail(new Error(`HTTP ${res.status}`));
    });
    upper.on('error', fail);
    dest.on('error', fail);
    dest.on('finish', resolve);
    dest.on('close', () => fail(new Error('closed early')));
    upper.on('end', () => {
      if (!upper.writableEnded) fail(new Error('truncated body'));
    });
    request.pipe(upper).pipe(dest);
  }).catch((err) => {
    console.error('superagent.get failed:', err.message);
  });
}
