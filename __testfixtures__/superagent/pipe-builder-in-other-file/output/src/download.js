import { createWriteStream } from 'node:fs';
import { openObject } from './store.js';

export function download(url, file) {
  new Promise((resolve, reject) => {
    const request = openObject(url);
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
    output.on('finish', resolve);
    output.on('close', () => fail(new Error('closed early')));
    output.on('end', () => {
      if (!output.writableEnded) fail(new Error('truncated body'));
    });
    request.pipe(output);
  }).catch((err) => {
    console.error('superagent.get failed:', err.message);
  });
}
