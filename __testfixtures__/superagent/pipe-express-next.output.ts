import type { NextFunction, Request, Response } from 'express';
import superagent from 'superagent';

export function proxyAvatar(req: Request, res: Response, next: NextFunction): void {
  const url = req.query.url;
  if (typeof url !== 'string') {
    next(new Error('url is missing'));
    return;
  }
  const upstream = superagent.get(url).set('User-Agent', 'avatar-proxy');
  let failed = false;
  const fail = (err: Error) => {
    upstream.abort();
    if (failed) return;
    failed = true;
    next(err);
  };
  upstream.on('error', fail);
  upstream.on('response', (response) => {
    response.on('error', fail);
    if (!response.ok) fail(new Error(`HTTP ${response.status}`));
  });
  res.on('error', fail);
  res.on('end', () => fail(new Error('truncated body')));
  res.on('close', () => upstream.abort());
  upstream.pipe(res);
}
