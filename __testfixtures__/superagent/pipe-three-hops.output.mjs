import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { PassThrough } from 'node:stream';
import { createGzip } from 'node:zlib';
import superagent from 'superagent';

export function archive(url, file) {
  const hash = createHash('sha256');
  const tap = new PassThrough();
  tap.on('data', (chunk) => hash.update(chunk));
  new Promise((resolve, reject) => {
    const request = superagent.get(url);
    const gzip = createGzip();
    const output = createWriteStream(file);
    const fail = (err) => {
      reject(err);
      request.abort();
      tap.destroy(err);
      gzip.destroy(err);
      output.destroy(err);
    };
    request.on('error', fail);
    request.on('response', (res) => {
      res.on('error', fail);
      if (!res.ok) fail(new Error(`HTTP ${res.status}`));
    });
    tap.on('error', fail);
    gzip.on('error', fail);
    output.on('error', fail);
    output.on('finish', resolve);
    output.on('close', () => fail(new Error('closed early')));
    tap.on('end', () => {
      if (!tap.writableEnded) fail(new Error('truncated body'));
    });
    request.pipe(tap).pipe(gzip).pipe(output);
  }).catch((err) => {
    console.error('superagent.get failed:', err.message);
  });
}
