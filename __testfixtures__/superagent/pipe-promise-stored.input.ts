import fs from 'node:fs';
import superagent from 'superagent';

export async function download(url: string, file: string): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    const ws = fs.createWriteStream(file);
    ws.on('finish', () => resolve());
    ws.on('error', reject);
    superagent.get(url).pipe(ws);
  });
  return file;
}
