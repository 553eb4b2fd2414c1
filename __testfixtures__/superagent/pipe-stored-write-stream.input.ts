import fs from 'node:fs';
import superagent from 'superagent';

export function saveTo(url: string, file: string): void {
  const out = fs.createWriteStream(file);
  const req = superagent.get(url);
  req.pipe(out);
}
