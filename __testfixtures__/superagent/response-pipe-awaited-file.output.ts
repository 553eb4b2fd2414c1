import fs from 'node:fs';
import superagent from 'superagent';

export async function download(url: string, file: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = superagent.get(url).set('Accept', 'image/*');
    const output = fs.createWriteStream(file);
    const fail = (err: Error) => {
      reject(err);
      request.abort();
      output.destroy(err);
    };
    request.on('error', fail);
    request.on('response', (res) => {
      res.on('error', fail);
      if (!res.ok) fail(new Error(`HTTP ${res.status}`));
    });
    output.on('error', fail);
    output.on('finish', resolve);
    output.on('close', () => fail(new Error('closed early')));
    output.on('end', () => {
      if (!output.writableEnded) fail(new Error('truncated body'));
    });
    request.pipe(output);
  });
}
