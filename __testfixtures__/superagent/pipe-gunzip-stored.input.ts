import { createWriteStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import superagent from 'superagent';

export function importDump(url: string, path: string): void {
  const gunzip = createGunzip();
  const out = createWriteStream(path);
  superagent.get(url).pipe(gunzip);
  gunzip.pipe(out);
}
