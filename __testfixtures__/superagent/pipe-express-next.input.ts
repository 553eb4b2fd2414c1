import type { NextFunction, Request, Response } from 'express';
import superagent from 'superagent';

export function proxyAvatar(req: Request, res: Response, next: NextFunction): void {
  const url = req.query.url;
  if (typeof url !== 'string') {
    next(new Error('url is missing'));
    return;
  }
  superagent.get(url).set('User-Agent', 'avatar-proxy').pipe(res);
}
