import { Transform, type Writable } from 'node:stream';
import superagent from 'superagent';

export function shout(url: string, dest: Writable): void {
  const upper = new Transform({
    transform(chunk, _encoding, done) {
      done(null, String(chunk).toUpperCase());
    },
  });
  superagent.get(url).pipe(upper).pipe(dest);
}
