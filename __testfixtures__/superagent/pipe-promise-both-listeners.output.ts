import fs from 'node:fs';
import superagent from 'superagent';

export function download(url: string, file: string): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const ws = fs.createWriteStream(file);
    const req = superagent.get(url);
    req.on('error', reject);
    ws.on('error', reject);
    ws.on('finish', () => resolve());
    req.pipe(ws);
  });
}
