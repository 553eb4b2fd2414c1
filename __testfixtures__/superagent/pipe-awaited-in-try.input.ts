import { createWriteStream } from 'node:fs';
import superagent from 'superagent';

export async function download(url: string, file: string): Promise<boolean> {
  try {
    await superagent
      .get(url)
      .set('Accept', 'application/octet-stream')
      .pipe(createWriteStream(file));
    return true;
  } catch (error) {
    console.error('download failed', error);
    return false;
  }
}
