import type { Writable } from 'node:stream';
import superagent from 'superagent';

interface RenderOptions {
  html: string;
  format?: 'A4' | 'Letter';
}

export function renderPdf(url: string, options: RenderOptions, dest: Writable): void {
  superagent
    .post(url)
    .type('json')
    .send({ html: options.html, format: options.format ?? 'A4' })
    .pipe(dest);
}
