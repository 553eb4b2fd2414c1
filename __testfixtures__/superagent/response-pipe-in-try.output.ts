import type { NextFunction, Request, Response } from 'express';
import superagent from 'superagent';

export async function proxy(req: Request, res: Response, next: NextFunction): Promise<void> {
  try {
    const upstream = await superagent.get(String(req.query.url));
    res.set(upstream.headers);
    upstream.pipe(res);
  } catch (err) {
    next(err);
  }
}
