import type { ServerResponse } from 'node:http';
import superagent from 'superagent';

export function relay(url: string, res: ServerResponse): void {
  res.writeHead(200, { 'content-type': 'text/plain' });
  superagent.get(url).pipe(res);
}
