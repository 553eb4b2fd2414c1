import type { Writable } from 'node:stream';
import superagent from 'superagent';

export function copy(url: string, dest: Writable): void {
  superagent.get(url).timeout({ response: 5_000, deadline: 60_000 }).pipe(dest);
}
