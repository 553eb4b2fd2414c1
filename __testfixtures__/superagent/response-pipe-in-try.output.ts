import type { NextFunction, Request, Response } from 'express';
import superagent from 'superagent';

export async function proxy(req: Request, res: Response, next: NextFunction): Promise<void> {
  try {
    const request = superagent.get(String(req.query.url));
    let failed = false;
    const fail = (err: Error) => {
      request.abort();
      if (failed) return;
      failed = true;
      next(err);
    };
    request.on('error', fail);
    request.on('response', (upstream) => {
      upstream.on('error', fail);
      if (!upstream.ok) {
        fail(new Error(`HTTP ${upstream.status}`));
        return;
      }
      res.set(upstream.headers);
    });
    res.on('error', fail);
    res.on('end', () => fail(new Error('truncated body')));
    res.on('close', () => request.abort());
    request.pipe(res);
  } catch (err) {
    next(err);
  }
}
