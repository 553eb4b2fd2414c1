import fs from 'node:fs';
import superagent from 'superagent';

export function saveTo(url: string, file: string): void {
  const out = fs.createWriteStream(file);
  const req = superagent.get(url);
  new Promise<void>((resolve, reject) => {
    const fail = (err: Error) => {
      reject(err);
      req.abort();
      out.destroy(err);
    };
    req.on('error', fail);
    req.on('response', (res) => {
      res.on('error', fail);
      if (!res.ok) fail(new Error(`HTTP ${res.status}`));
    });
    out.on('error', fail);
    out.on('finish', resolve);
    out.on('close', () => fail(new Error('closed early')));
    out.on('end', () => {
      if (!out.writableEnded) fail(new Error('truncated body'));
    });
    req.pipe(out);
  }).catch((err) => {
    console.error('superagent.get failed:', err.message);
  });
}
