import { createWriteStream } from 'node:fs';
import superagent from 'superagent';

export class ReleaseDownloader {
  constructor(private readonly baseUrl: string) {}

  download(version: string, file: string): void {
    new Promise<void>((resolve, reject) => {
      const request = superagent.get(`${this.baseUrl}/${version}.tar.gz`).redirects(5);
      const output = createWriteStream(file);
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
    }).catch((err) => {
      console.error('superagent.get failed:', err.message);
    });
  }
}
