import type { Writable } from 'node:stream';
import superagent from 'superagent';

export async function copy(url: string, dest: Writable): Promise<void> {
  const req = superagent.get(url);
  await new Promise<void>((resolve, reject) => {
    const fail = (err: Error) => {
      reject(err);
      req.abort();
      dest.destroy(err);
    };
    req.on('error', fail);
    req.on('response', (res) => {
      res.on('error', fail);
      if (!res.ok) {
        fail(new Error(`HTTP ${res.status}`));
        return;
      }
      console.log('status', res.status);
    });
    dest.on('error', fail);
    dest.on('finish', resolve);
    dest.on('close', () => fail(new Error('closed early')));
    dest.on('end', () => {
      if (!dest.writableEnded) fail(new Error('truncated body'));
    });
    req.pipe(dest);
  });
}
