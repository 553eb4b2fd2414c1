import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import superagent from 'superagent';

export async function save(url: string, file: string): Promise<void> {
  const out = createWriteStream(file);
  const request = superagent.get(url);
  let isTold = false;
  const fail = (err: Error) => {
    request.abort();
    out.destroy(err);
  };
  request.on('error', fail);
  request.on('response', (res) => {
    res.on('error', fail);
    if (!res.ok) fail(new Error(`HTTP ${res.status}`));
  });
  out.on('error', () => {
    isTold = true;
    out.destroy();
  });
  out.on('close', () => {
    request.abort();
    if (!isTold && !out.writableFinished) out.emit('error', new Error('closed early'));
  });
  out.on('end', () => {
    if (!out.writableEnded) fail(new Error('truncated body'));
  });
  request.pipe(out);
  await finished(out);
}
