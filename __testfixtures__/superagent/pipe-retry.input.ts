import { createWriteStream } from 'node:fs';
import superagent from 'superagent';

export function download(url: string, file: string): void {
  superagent.get(url).retry(3).pipe(createWriteStream(file));
}
