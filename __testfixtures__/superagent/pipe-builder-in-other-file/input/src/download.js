import { createWriteStream } from 'node:fs';
import { openObject } from './store.js';

export function download(url, file) {
  openObject(url).pipe(createWriteStream(file));
}
