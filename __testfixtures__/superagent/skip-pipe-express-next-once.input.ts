import type { NextFunction, Request, Response } from 'express';
import superagent from 'superagent';

export function proxy(req: Request, res: Response, next: NextFunction): void {
  const upstream = superagent.get(String(req.query.url));
  let failed = false;
  const fail = (err: Error): void => {
    if (failed) return;
    failed = true;
    upstream.abort();
    next(err);
  };
  upstream.on('error', fail);
  upstream.on('response', (reply) => {
    reply.on('error', fail);
    if (reply.status >= 400) fail(new Error(`HTTP ${reply.status}`));
  });
  res.on('error', fail).on('close', () => upstream.abort());
  upstream.pipe(res);
}
