import { createWriteStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import superagent from 'superagent';

export function importDump(url: string, path: string): void {
  const gunzip = createGunzip();
  const out = createWriteStream(path);
  new Promise<void>((resolve, reject) => {
    const request = superagent.get(url);
    const fail = (err: Error) => {
      reject(err);
      request.abort();
      gunzip.destroy(err);
      out.destroy(err);
    };
    request.on('error', fail);
    request.on('response', (res) => {
      res.on('error', fail);
      if (!res.ok) fail(new Error(`HTTP ${res.status}`));
    });
    gunzip.on('error', fail);
    out.on('error', fail);
    out.on('finish', resolve);
    out.on('close', () => fail(new Error('closed early')));
    gunzip.on('end', () => {
      if (!gunzip.writableEnded) fail(new Error('truncated body'));
    });
    request.pipe(gunzip);
  }).catch((err) => {
    console.error('superagent.get failed:', err.message);
  });
  gunzip.pipe(out);
}
