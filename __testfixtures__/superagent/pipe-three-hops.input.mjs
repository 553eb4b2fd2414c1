import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { PassThrough } from 'node:stream';
import { createGzip } from 'node:zlib';
import superagent from 'superagent';

export function archive(url, file) {
  const hash = createHash('sha256');
  const tap = new PassThrough();
  tap.on('data', (chunk) => hash.update(chunk));
  superagent.get(url).pipe(tap).pipe(createGzip()).pipe(createWriteStream(file));
}
