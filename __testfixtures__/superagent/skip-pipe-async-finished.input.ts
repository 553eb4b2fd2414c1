import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import superagent from 'superagent';

export async function copy(url: string, dest: Writable): Promise<void> {
  const req = superagent.get(url);
  const fail = (err?: Error): void => {
    req.abort();
    dest.destroy(err);
  };
  req.on('error', fail);
  req.on('response', (res) => {
    res.on('error', fail);
    if (!res.ok) fail(Object.assign(new Error(`HTTP ${res.status}`), { status: res.status }));
  });
  dest.on('end', () => {
    if (!dest.writableEnded) fail(new Error('truncated body'));
  });
  try {
    await finished(req.pipe(dest) as Writable);
  } catch (err) {
    fail();
    throw err;
  }
}
