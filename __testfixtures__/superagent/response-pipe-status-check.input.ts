import type { Request, Response } from 'express';
import superagent from 'superagent';

export async function proxy(req: Request, res: Response): Promise<void> {
  const upstream = await superagent.get(String(req.query.url)).buffer(false);
  if (upstream.status !== 200) {
    res.status(502).end();
    return;
  }
  res.type(upstream.type);
  upstream.pipe(res);
}
