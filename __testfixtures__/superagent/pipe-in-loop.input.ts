import fs from 'node:fs';
import path from 'node:path';
import superagent from 'superagent';

export function downloadAll(url: string, options: { names: string[]; folder: string }): void {
  for (const name of options.names) {
    superagent.get(`${url}/${name}`).pipe(fs.createWriteStream(path.join(options.folder, name)));
  }
}
