import { createWriteStream } from 'node:fs';
import superagent from 'superagent';

export async function downloadLatest(url: string, file: string): Promise<string> {
  try {
    const { body } = await superagent.get(`${url}/latest.json`);
    new Promise<void>((resolve, reject) => {
      const request = superagent.get(`${url}/${body.file}`);
      const output = createWriteStream(file);
      const fail = (err: Error) => {
        reject(err);
        request.abort();
        output.destroy(err);
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
    }).catch((err) => {
      console.error('superagent.get failed:', err.message);
    });
    return body.version;
  } catch (err) {
    const { status, code, message } = err as { status?: number; code?: string; message?: string };
    console.error('superagent.get or the code around it failed:', { status, code, message });
    throw err;
  }
}
