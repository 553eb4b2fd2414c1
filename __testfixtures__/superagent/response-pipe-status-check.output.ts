import type { Request, Response, NextFunction } from 'express';
import superagent from 'superagent';

export async function proxy(req: Request, res: Response, next: NextFunction): Promise<void> {
  try {
    const upstream = await superagent.get(String(req.query.url)).buffer(false);
    if (upstream.status !== 200) {
      res.status(502).end();
      return;
    }
    res.type(upstream.type);
    upstream.pipe(res);
  } catch (err) {
    const { status, code, message } = err as {
      status?: number;
      code?: string;
      message?: string;
    };
    console.error(
      'superagent.get or the code around it failed:',
      { status, code, message },
    );
    next(err);
  }
}
