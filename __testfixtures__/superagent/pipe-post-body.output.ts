import type { Writable } from 'node:stream';
import superagent from 'superagent';

interface RenderOptions {
  html: string;
  format?: 'A4' | 'Letter';
}

export function renderPdf(url: string, options: RenderOptions, dest: Writable): void {
  new Promise<void>((resolve, reject) => {
    const request = superagent
      .post(url)
      .type('json')
      .send({ html: options.html, format: options.format ?? 'A4' });
    const fail = (err: Error) => {
      reject(err);
      request.abort();
      dest.destroy(err);
    };
    request.on('error', fail);
    request.on('response', (res) => {
      res.on('error', fail);
      if (!res.ok) fail(new Error(`HTTP ${res.status}`));
    });
    dest.on('error', fail);
    dest.on('finish', resolve);
    dest.on('close', () => fail(new Error('closed early')));
    dest.on('end', () => {
      if (!dest.writableEnded) fail(new Error('truncated body'));
    });
    request.pipe(dest);
  }).catch((err) => {
    console.error('superagent.post failed:', err.message);
  });
}
