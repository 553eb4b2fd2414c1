import fs from 'node:fs';
import superagent from 'superagent';

export async function download(url: string, file: string): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    const ws = fs.createWriteStream(file);
    ws.on('finish', () => resolve());
    ws.on('error', reject);
    const request = superagent.get(url);
    const fail = (err: Error) => {
      reject(err);
      request.abort();
      ws.destroy(err);
    };
    request.on('error', fail);
    request.on('response', (res) => {
      res.on('error', fail);
      if (!res.ok) fail(new Error(`HTTP ${res.status}`));
    });
    ws.on('error', fail);
    ws.on('close', () => {
      if (!ws.writableFinished) fail(new Error('closed early'));
    });
    ws.on('end', () => {
      if (!ws.writableEnded) fail(new Error('truncated body'));
    });
    request.pipe(ws);
  });
  return file;
}
