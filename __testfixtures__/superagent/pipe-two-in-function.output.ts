import { createWriteStream } from 'node:fs';
import superagent from 'superagent';

export function saveBoth(url: string, file: string): void {
  pipeRequest(superagent.get(url), createWriteStream(file)).catch((err) => {
    console.error('superagent.get failed:', err.message);
  });
  pipeRequest(superagent.get(`${url}?thumbnail=1`), createWriteStream(`${file}.thumb`)).catch((err) => {
    console.error('superagent.get failed:', err.message);
  });
}

function pipeRequest(
  request: ReturnType<typeof superagent.get>,
  destination: import('node:stream').Writable,
): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const fail = (err: Error) => {
      reject(err);
      request.abort();
      destination.destroy(err);
    };
    request.on('error', fail);
    request.on('response', (res) => {
      res.on('error', fail);
      if (!res.ok) fail(new Error(`HTTP ${res.status}`));
    });
    destination.on('error', fail);
    destination.on('finish', resolve);
    destination.on('close', () => fail(new Error('closed early')));
    destination.on('end', () => {
      if (!destination.writableEnded) fail(new Error('truncated body'));
    });
    request.pipe(destination);
  });
}
