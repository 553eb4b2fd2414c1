import request from 'superagent';
import type { Writable } from 'node:stream';

export const copy = (url: string, dest: Writable): void => {
  request('GET', url).set('Accept', 'text/csv').pipe(dest);
};
