import fs from 'node:fs';
import path from 'node:path';
import superagent from 'superagent';

export function downloadAll(url: string, options: { names: string[]; folder: string }): void {
  for (const name of options.names) {
    new Promise<void>((resolve, reject) => {
      const request = superagent.get(`${url}/${name}`);
      const file = fs.createWriteStream(path.join(options.folder, name));
      const fail = (err: Error) => {
        reject(err);
        request.abort();
        file.destroy(err);
      };
      request.on('error', fail);
      request.on('response', (res) => {
        res.on('error', fail);
        if (!res.ok) fail(new Error(`HTTP ${res.status}`));
      });
      file.on('error', fail);
      file.on('finish', resolve);
      file.on('close', () => fail(new Error('closed early')));
      file.on('end', () => {
        if (!file.writableEnded) fail(new Error('truncated body'));
      });
      request.pipe(file);
    }).catch((err) => {
      console.error('superagent.get failed:', err.message);
    });
  }
}
