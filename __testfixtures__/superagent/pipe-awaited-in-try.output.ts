import { createWriteStream } from 'node:fs';
import superagent from 'superagent';

export async function download(url: string, file: string): Promise<boolean> {
  try {
    await new Promise<void>((resolve, reject) => {
      const request = superagent
        .get(url)
        .set('Accept', 'application/octet-stream');
      const output = createWriteStream(file);
      const fail = (error: Error) => {
        reject(error);
        request.abort();
        output.destroy(error);
      };
      request.on('error', fail);
      request.on('response', (res) => {
        res.on('error', fail);
        if (!res.ok) fail(new Error(`HTTP ${res.status}`));
      });
      output.on('error', fail);
      output.on('finish', resolve);
      output.on('close', () => fail(new Error('closed early')));
      output.on('end', () => {
        if (!output.writableEnded) fail(new Error('truncated body'));
      });
      request.pipe(output);
    });
    return true;
  } catch (error) {
    console.error('download failed', error);
    return false;
  }
}
