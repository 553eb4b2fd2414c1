import { createWriteStream } from 'node:fs';
import superagent from 'superagent';

export async function download(url, file) {
  await new Promise((resolve, reject) => {
    const request = superagent.get(url).buffer(false);
    const output = createWriteStream(file);
    const fail = (err) => {
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
    output.on('close', () => {
      if (!output.writableFinished) fail(new Error('closed early'));
    });
    output.on('end', () => {
      if (!output.writableEnded) fail(new Error('truncated body'));
    });
    request.pipe(output);
    output.on('finish', resolve).on('error', reject);
  });
}
