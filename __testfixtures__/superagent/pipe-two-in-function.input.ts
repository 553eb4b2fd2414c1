import { createWriteStream } from 'node:fs';
import superagent from 'superagent';

export function saveBoth(url: string, file: string): void {
  superagent.get(url).pipe(createWriteStream(file));
  superagent.get(`${url}?thumbnail=1`).pipe(createWriteStream(`${file}.thumb`));
}
