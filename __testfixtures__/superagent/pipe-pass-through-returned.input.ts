import { PassThrough } from 'node:stream';
import superagent from 'superagent';

export function openRemote(url: string): PassThrough {
  const body = new PassThrough();
  superagent.get(url).pipe(body);
  return body;
}
