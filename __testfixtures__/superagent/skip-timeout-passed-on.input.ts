import superagent from 'superagent';
import type { NextFunction, Request, Response } from 'express';

export async function proxy(req: Request, res: Response, next: NextFunction): Promise<void> {
  try {
    const upstream = await superagent.get('http://inventory/items').timeout(2000);
    res.json(upstream.body);
  } catch (err) {
    next(err);
  }
}
