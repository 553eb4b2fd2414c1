import superagent from 'superagent';

export function touch(url: string, etag: string | undefined): void {
  const req = superagent.put(url);
  if (etag) req.set('If-Match', etag);
  req.send({ touched: Date.now() });
}
